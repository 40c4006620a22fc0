using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

public static partial class Networks
{
    [Parametrized]
    public static partial Tensor Encoder(Tensor x) => Tanh(Dense(x, 4));

    [Parametrized]
    public static partial Tensor Mean(Tensor x) => Dense(Encoder(x), 2);

    /// <summary>The encoder is one module under two parents, and the local layer is called twice.</summary>
    [Parametrized]
    public static partial Tensor Both(Tensor x)
    {
        Layer layer = Dense(2);
        return layer(layer(Mean(x))) + Dense(Encoder(x), 2);
    }

    /// <summary>A list by a loop, a list of layers, an optional member, and dropout.</summary>
    [Parametrized]
    public static partial Tensor Deep(Tensor x, int depth, bool project)
    {
        for (var i = 0; i < depth; i++)
            x = Relu(Dense(x, 3 + i));

        var y = Sequential(x, Dense(5), Relu, Dropout(0.5), Dense(2));
        return project ? Dense(y, 2) : y;
    }

    [Parametrized]
    public static partial Tensor DeepLoss(Tensor x, Tensor targets, int depth, bool project) => mean(square(Deep(x, depth, project) - targets));

    [Parametrized]
    public static partial Tensor BothLoss(Tensor x, Tensor targets) => mean(square(Both(x) - targets));

    public static Tensor Inputs { get; } = new Key(1).Normal([8, 3]);

    public static Tensor Targets { get; } = new Key(2).Normal([8, 2]);
}

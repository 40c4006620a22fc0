using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Growth;

/// <summary>Networks of any depth and width.</summary>
internal static partial class GrowingNetworks
{
    [Parametrized]
    public static partial Tensor Deep(Tensor inputs, int depth, long width)
    {
        for (var i = 0; i < depth; i++)
            inputs = Relu(Dense(inputs, width, Initializers.HeNormal()));

        return inputs;
    }

    [Parametrized]
    public static partial Tensor Wide(Tensor inputs, long width) => Sequential(inputs, Dense(width), Relu, Dense(width));

    [Parametrized]
    public static partial Tensor Classifier(Tensor images) => Sequential(images, Dense(1024), Relu, Dense(1024), Relu, Dense(10), LogSoftmax);

    [Parametrized]
    public static partial Tensor MeanSquare(Tensor inputs, Layer network) => network(inputs).pow(2).mean();
}

using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>A small Transformer that reads an image as a sequence of its rows.</summary>
public static partial class TransformerNetwork
{
    /// <summary>The logarithms of the classes' probabilities.</summary>
    /// <param name="images">Shape [n, 28, 28, 1].</param>
    /// <returns>Shape [n, 10].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor images)
    {
        const long Features = 64;
        var rows = images.squeeze(-1);
        var positions = Parameter([rows.shape[1], Features], Initializers.Normal(0.02), "positions");
        var read = Sequential(Dense(rows, Features) + positions,
            TransformerBlock(heads: 4, hidden: 128),
            TransformerBlock(heads: 4, hidden: 128),
            LayerNorm());

        return LogSoftmax(Dense(read.mean([1]), 10));
    }
}

using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr.Networks;

/// <summary>For comparison: a network that reads each image by itself.</summary>
public static partial class Independent
{
    /// <summary>The logarithms of the probabilities of each step's classes.</summary>
    /// <param name="sequences">An image a step, shape [n, time, pixels].</param>
    /// <param name="classes">How many classes there are.</param>
    /// <returns>Shape [n, time, <paramref name="classes"/>].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor sequences, long classes) => Sequential(sequences,
        Dense(512), Relu,
        Dense(512), Relu,
        Dense(classes), LogSoftmax);
}

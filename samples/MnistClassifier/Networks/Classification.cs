using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>How well a network tells images apart.</summary>
public static partial class Classification
{
    /// <summary>The cross entropy, divided by the number of classes as in JAXnet.</summary>
    /// <param name="images">Of the shape that the network wants.</param>
    /// <param name="targets">One-hot rows, shape [n, classes].</param>
    /// <param name="network">Gives the logarithms of the classes' probabilities.</param>
    /// <returns>One number.</returns>
    [Parametrized]
    public static partial Tensor Loss(Tensor images, Tensor targets, Layer network) => -mean(network(images) * targets);
}

using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>JAXnet's own network for this task: 784-1024-1024-10.</summary>
public static partial class DenseNetwork
{
    /// <summary>The logarithms of the classes' probabilities.</summary>
    /// <param name="images">Shape [n, 784].</param>
    /// <returns>Shape [n, 10].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor images) => Sequential(images,
        Dense(1024), Relu,
        Dense(1024), Relu,
        Dense(10), LogSoftmax);
}

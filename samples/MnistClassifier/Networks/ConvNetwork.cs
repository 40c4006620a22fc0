using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>A small convolutional network.</summary>
public static partial class ConvNetwork
{
    /// <summary>The logarithms of the classes' probabilities.</summary>
    /// <param name="images">Shape [n, 28, 28, 1].</param>
    /// <returns>Shape [n, 10].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor images) => Sequential(images,
        Conv(32, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)),
        Conv(64, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)),
        Flatten, Dense(128), Relu, Dropout(0.25),
        Dense(10), LogSoftmax);
}

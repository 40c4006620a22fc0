using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.MnistClassifier.Networks;

/// <summary>A recurrent network that reads an image row by row.</summary>
public static partial class RecurrentNetwork
{
    /// <summary>The logarithms of the classes' probabilities.</summary>
    /// <param name="images">Shape [n, 28, 28, 1].</param>
    /// <returns>Shape [n, 10].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor images)
    {
        var read = Rnn(images.squeeze(-1), GRUCell(128), 128);
        return LogSoftmax(Dense(read.select(1, -1), 10));
    }
}

using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr.Networks;

/// <summary>JAXnet's own network for this task: what it has read so far helps it to read on.</summary>
public static partial class Recurrent
{
    private const int CarrySize = 200;

    /// <summary>The logarithms of the probabilities of each step's classes.</summary>
    /// <param name="sequences">An image a step, shape [n, time, pixels].</param>
    /// <param name="classes">How many classes there are.</param>
    /// <returns>Shape [n, time, <paramref name="classes"/>].</returns>
    [Parametrized]
    public static partial Tensor Predict(Tensor sequences, long classes) => Sequential(sequences,
        Rnn(GRUCell(CarrySize, Initializers.Normal(0.01)), CarrySize),
        Rnn(GRUCell(CarrySize, Initializers.Normal(0.01)), CarrySize),
        Rnn(GRUCell(CarrySize, Initializers.Normal(0.01)), CarrySize),
        Dense(classes), LogSoftmax);
}

using static TorchSharp.torch;

namespace JaxNet.Samples.Ocr.Networks;

/// <summary>How well a network reads.</summary>
public static partial class Reading
{
    /// <summary>The cross entropy of whole sequences, averaged over them, as in JAXnet.</summary>
    /// <param name="sequences">An image a step, shape [n, time, pixels].</param>
    /// <param name="targets">One-hot rows, shape [n, time, classes]; zeros where a sequence has ended.</param>
    /// <param name="network">Gives the logarithms of the probabilities of each step's classes.</param>
    /// <returns>One number, in nats.</returns>
    [Parametrized]
    public static partial Tensor Loss(Tensor sequences, Tensor targets, Layer network) =>
        -(network(sequences) * targets).sum() / sequences.shape[0];
}

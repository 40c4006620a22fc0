using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>A recurrent network over sequences: a cell such as <c>GRUCell</c>, from a carry of zeros on, with one set of parameters for all steps.</summary>
    /// <param name="inputs">Shape [n, time, channels].</param>
    /// <param name="cell">Goes from a carry of shape [n, <paramref name="carrySize"/>] and one step of each sequence, of shape [n, channels], to the next carry and an output.</param>
    /// <param name="carrySize">How many numbers the carry holds.</param>
    /// <param name="reverse">Whether the cell goes through the sequences from their ends.</param>
    /// <returns>The cell's outputs, of shape [n, time, ...].</returns>
    /// <exception cref="ArgumentException">The inputs have no steps, or another number of axes.</exception>
    [Parametrized]
    public static partial Tensor Rnn(Tensor inputs, Layer<Tensor, Tensor, (Tensor Carry, Tensor Output)> cell, long carrySize, bool reverse = false) =>
        Scan(cell, Carry(inputs, carrySize), inputs.transpose(0, 1), reverse).Outputs.transpose(0, 1);

    /// <summary>A recurrent network over sequences: a cell whose carry is a pair, such as <c>LSTMCell</c>, from zeros on, with one set of parameters for all steps.</summary>
    /// <param name="inputs">Shape [n, time, channels].</param>
    /// <param name="cell">Goes from a carry of two tensors of shape [n, <paramref name="carrySize"/>] and one step of each sequence, of shape [n, channels], to the next carry and an output.</param>
    /// <param name="carrySize">How many numbers each half of the carry holds.</param>
    /// <param name="reverse">Whether the cell goes through the sequences from their ends.</param>
    /// <returns>The cell's outputs, of shape [n, time, ...].</returns>
    /// <exception cref="ArgumentException">The inputs have no steps, or another number of axes.</exception>
    [Parametrized]
    public static partial Tensor Rnn(
        Tensor inputs, Layer<(Tensor Cell, Tensor Hidden), Tensor, ((Tensor Cell, Tensor Hidden) Carry, Tensor Output)> cell, long carrySize, bool reverse = false) =>
        Scan(cell, (Carry(inputs, carrySize), Carry(inputs, carrySize)), inputs.transpose(0, 1), reverse).Outputs.transpose(0, 1);

    private static Tensor Carry(Tensor inputs, long size) => inputs.shape is [var n, _, _]
        ? zeros([n, size], inputs.dtype, inputs.device)
        : throw new ArgumentException($"Rnn takes inputs of shape [n, time, channels], but got {Shapes.Describe(inputs.shape)}.");
}

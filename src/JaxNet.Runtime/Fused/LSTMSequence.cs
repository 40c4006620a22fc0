using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// <c>LSTMCell</c> over a whole sequence: the inputs' half of the products is computed for all steps at once, and the four products of a step are one.
/// Single precision numbers in the processor's memory only; whatever else goes step by step.
/// </summary>
internal static class LSTMSequence
{
    /// <summary>Whether the types and shapes are those of a cell's sequence. Where they aren't, the cell itself says what is wrong.</summary>
    public static bool Fits(Layers.LSTMCellParams parameters, (Tensor Cell, Tensor Hidden) carry, Tensor inputs)
    {
        if (inputs.shape is not [> 0, var n, var channels] || carry.Cell.shape is not [var rows, var size] || rows != n || size == 0 || inputs.numel() == 0)
            return false;

        var (kernels, biases) = (KernelsOf(parameters), BiasesOf(parameters));
        long[] kernel = [channels + size, size], bias = [size], step = [n, size];
        return Numbers.AreFloats(inputs) && Numbers.AreFloats(parameters.UpdateKernel) &&
            RecurrentKernels.Fits(carry.Cell, inputs, step) && RecurrentKernels.Fits(carry.Hidden, inputs, step) &&
            Array.TrueForAll(kernels, tensor => RecurrentKernels.Fits(tensor, inputs, kernel)) &&
            Array.TrueForAll(biases, tensor => RecurrentKernels.Fits(tensor, inputs, bias)) &&
            Tape.Takes([carry.Cell, carry.Hidden, inputs, .. kernels, .. biases]);
    }

    /// <param name="parameters">The cell's parameters.</param>
    /// <param name="carry">Cell and hidden state, each of shape [n, size].</param>
    /// <param name="inputs">Shape [time, n, channels].</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <returns>The last carry, and the outputs, of shape [time, n, size].</returns>
    public static ((Tensor Cell, Tensor Hidden) Carry, Tensor Outputs) Run(
        Layers.LSTMCellParams parameters, (Tensor Cell, Tensor Hidden) carry, Tensor inputs, bool reverse) =>
        new LSTMPass(inputs.shape, carry.Cell.size(1), reverse).Run(carry, inputs, KernelsOf(parameters), BiasesOf(parameters));

    // In the order that LSTMElements expects: those of the three gates, and then what is gated.
    private static Tensor[] KernelsOf(Layers.LSTMCellParams parameters) =>
        [parameters.UpdateKernel, parameters.ForgetKernel, parameters.OutputKernel, parameters.ComputeKernel];

    private static Tensor[] BiasesOf(Layers.LSTMCellParams parameters) =>
        [parameters.UpdateBias, parameters.ForgetBias, parameters.OutputBias, parameters.ComputeBias];
}

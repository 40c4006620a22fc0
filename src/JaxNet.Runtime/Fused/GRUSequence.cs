using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// <c>GRUCell</c> over a whole sequence. What doesn't depend on the carry, the inputs' half of the three products, is computed for all steps
/// at once, and the two gates are one product: the same sums as step by step, but for the order of their terms.
/// </summary>
internal static class GRUSequence
{
    /// <summary>Whether the shapes are those of a cell's sequence. Where they aren't, the cell itself says what is wrong.</summary>
    public static bool Fits(Layers.GRUCellParams parameters, Tensor carry, Tensor inputs)
    {
        if (inputs.shape is not [> 0, var n, var channels] || carry.shape is not [var rows, var size] || rows != n)
            return false;

        long[] kernel = [channels + size, size];
        return carry.dtype == inputs.dtype && IsKernel(parameters.UpdateKernel) && IsKernel(parameters.ResetKernel) && IsKernel(parameters.ComputeKernel);

        bool IsKernel(Tensor tensor) => RecurrentKernels.Fits(tensor, inputs, kernel);
    }

    /// <param name="parameters">The cell's parameters.</param>
    /// <param name="carry">Shape [n, size].</param>
    /// <param name="inputs">Shape [time, n, channels].</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <returns>The last carry, and the outputs, of shape [time, n, size].</returns>
    public static (Tensor Carry, Tensor Outputs) Run(Layers.GRUCellParams parameters, Tensor carry, Tensor inputs, bool reverse)
    {
        var (update, reset, compute) = (parameters.UpdateKernel, parameters.ResetKernel, parameters.ComputeKernel);
        return Numbers.AreFloats(inputs) && Numbers.AreFloats(update) && inputs.numel() > 0 && Tape.Takes(carry, inputs, update, reset, compute)
            ? new GRUPass(inputs.shape, carry.size(1), reverse).Run(carry, inputs, update, reset, compute)
            : Recorded(carry, inputs, update, reset, compute, reverse);
    }

    private static (Tensor Carry, Tensor Outputs) Recorded(
        Tensor carry, Tensor inputs, Tensor updateKernel, Tensor resetKernel, Tensor computeKernel, bool reverse)
    {
        var (time, n, channels) = (inputs.size(0), inputs.size(1), inputs.size(2));
        var (gatesOfInput, gatesOfCarry) = RecurrentKernels.Halves(cat([updateKernel, resetKernel], 1), channels);
        var (computeOfInput, computeOfCarry) = RecurrentKernels.Halves(computeKernel, channels);
        var steps = inputs.reshape(time * n, channels);
        var gateSteps = steps.mm(gatesOfInput).reshape(time, n, gatesOfInput.size(1)).unbind(0);
        var computeSteps = steps.mm(computeOfInput).reshape(time, n, computeOfInput.size(1)).unbind(0);

        var outputs = new Tensor[time];
        for (var i = 0; i < time; i++)
        {
            var now = reverse ? time - 1 - i : i;
            var both = addmm(gateSteps[now], carry, gatesOfCarry, 1, 1).sigmoid().chunk(2, 1);
            var (update, reset) = (both[0], both[1]);
            var compute = addmm(computeSteps[now], reset * carry, computeOfCarry, 1, 1).tanh();
            carry = outputs[now] = lerp(carry, compute, update);
        }

        return (carry, stack(outputs));
    }
}

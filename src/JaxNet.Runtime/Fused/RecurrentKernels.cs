using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Kernels of recurrent cells, whose rows are those for the inputs and then those for the carry.</summary>
internal static class RecurrentKernels
{
    /// <summary>A kernel's rows for the inputs, and those for the carry.</summary>
    public static (Tensor OfInput, Tensor OfCarry) Halves(Tensor kernel, long channels) =>
        (kernel.narrow(0, 0, channels), kernel.narrow(0, channels, kernel.size(0) - channels));

    /// <summary>The gradient by a carry, to be added to: contiguous, which a clone needn't be; zeros where there is none yet.</summary>
    public static Tensor OwnGradient(Tensor? gradient, Tensor carry) =>
        gradient is null ? carry.new_zeros(carry.shape) : carry.new_empty(carry.shape).copy_(gradient);

    /// <summary>Whether a kernel, or a bias, is one for these inputs.</summary>
    public static bool Fits(Tensor parameter, Tensor inputs, ReadOnlySpan<long> shape) =>
        parameter.dtype == inputs.dtype && parameter.HasShape(shape);
}

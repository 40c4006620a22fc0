using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Kernels of recurrent cells, whose rows are those for the inputs and then those for the carry.</summary>
internal static class RecurrentKernels
{
    /// <summary>A kernel's rows for the inputs, and those for the carry.</summary>
    public static (Tensor OfInput, Tensor OfCarry) Halves(Tensor kernel, long channels) =>
        (kernel.narrow(0, 0, channels), kernel.narrow(0, channels, kernel.shape[0] - channels));

    /// <summary>Whether a kernel, or a bias, is one for these inputs.</summary>
    public static bool Fits(Tensor parameter, Tensor inputs, ReadOnlySpan<long> shape) =>
        parameter.dtype == inputs.dtype && parameter.shape.AsSpan().SequenceEqual(shape);
}

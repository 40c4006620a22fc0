using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Matrix products of layers.</summary>
internal static class Product
{
    /// <summary>Inputs times a kernel. Of different types it is refused here: TorchSharp's own <c>matmul</c> lets libtorch's exception end the process.</summary>
    /// <exception cref="ArgumentException">Both are of different types.</exception>
    public static Tensor Times(this Tensor inputs, Tensor kernel) => inputs.dtype == kernel.dtype
        ? inputs.matmul(kernel)
        : throw new ArgumentException(
            $"The inputs are of type {Tree.TypeOf(inputs)}, but the parameters of type {Tree.TypeOf(kernel)}. " +
            $"Convert the inputs with .type(ScalarType.{kernel.dtype}), or the parameters with Tree.Map(parameters, p => p.type(ScalarType.{inputs.dtype})).");
}

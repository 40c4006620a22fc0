using static TorchSharp.torch;

namespace JaxNet;

/// <summary>What layers make of inputs and parameters: both are of one type.</summary>
internal static class Product
{
    /// <summary>Inputs times a kernel. Of different types it is refused here: TorchSharp's own <c>matmul</c> lets libtorch's exception end the process.</summary>
    /// <exception cref="ArgumentException">Both are of different types.</exception>
    public static Tensor Times(this Tensor inputs, Tensor kernel)
    {
        CheckTypes(inputs, kernel);
        return inputs.matmul(kernel);
    }

    /// <exception cref="ArgumentException">Both are of different types.</exception>
    public static void CheckTypes(Tensor inputs, Tensor parameter)
    {
        if (inputs.dtype != parameter.dtype)
        {
            throw new ArgumentException(
                $"The inputs are of type {Tree.TypeOf(inputs)}, but the parameters of type {Tree.TypeOf(parameter)}. " +
                $"Convert the inputs with .type(ScalarType.{parameter.dtype}), or the parameters with Tree.Map(parameters, p => p.type(ScalarType.{inputs.dtype})).");
        }
    }
}

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

    /// <summary>Inputs times a kernel, and a bias, in one operation where there is one for them.</summary>
    /// <exception cref="ArgumentException">Inputs and kernel are of different types, or the bias is of one that the inputs' can't hold.</exception>
    public static Tensor Affine(this Tensor inputs, Tensor kernel, Tensor bias)
    {
        // For libtorch's vmap vectors times a matrix are many products with copies of the matrix, and rows one product with the matrix itself.
        if (BatchAxis.IsHidden)
            return (inputs.dim() == 1 ? inputs.unsqueeze(0).Times(kernel).squeeze(0) : inputs.Times(kernel)).PlusBias(bias);

        if (inputs.dim() != 2 || bias.dtype != inputs.dtype)
            return inputs.Times(kernel).PlusBias(bias);

        CheckTypes(inputs, kernel);
        if (DenseElements.Fits(inputs, kernel, bias))
            return DenseElements.AddToRows(inputs.mm(kernel), bias);

        return addmm(bias, inputs, kernel, 1, 1);
    }

    // A narrower bias does no harm; by a wider one all that follows would become wider too.
    private static Tensor PlusBias(this Tensor product, Tensor bias)
    {
        var sum = product.Plus(bias);
        if (sum.dtype != product.dtype)
            CheckTypes(product, bias);

        return sum;
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

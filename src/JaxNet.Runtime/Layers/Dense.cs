using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>A fully connected layer: <c>inputs · kernel + bias</c>.</summary>
    /// <param name="inputs">Shape [..., n].</param>
    /// <param name="outDim">How many outputs there are.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [n, <paramref name="outDim"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outDim"/>]; <see cref="Initializers.Normal"/> if null.</param>
    /// <returns>Shape [..., <paramref name="outDim"/>].</returns>
    /// <exception cref="ArgumentException">The input is a single number, or of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor Dense(Tensor inputs, long outDim, Initializer? kernelInit = null, Initializer? biasInit = null)
    {
        if (inputs.dim() == 0)
            throw new ArgumentException("Dense takes inputs of shape [..., n], but got a single number, of shape []. Give it an axis with reshape(1, 1).");

        var kernel = Parameter([inputs.size(-1), outDim], kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter([outDim], biasInit ?? Initializers.Normal(1e-2), "bias");
        return inputs.Affine(kernel, bias);
    }
}

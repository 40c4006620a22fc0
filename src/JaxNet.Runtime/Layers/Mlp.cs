using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>A multilayer perceptron: <c>Dense</c> layers with an activation between them.</summary>
    /// <param name="inputs">Shape [..., n].</param>
    /// <param name="sizes">The number of outputs of each layer, in order.</param>
    /// <param name="activation">The function behind each layer but the last; <see cref="Relu"/> if null.</param>
    /// <param name="finalActivation">The function behind the last layer; none if null.</param>
    /// <param name="kernelInit">Initializes the kernels; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the biases; <see cref="Initializers.Normal"/> if null.</param>
    /// <returns>Shape [..., the last of <paramref name="sizes"/>].</returns>
    [Parametrized]
    public static partial Tensor Mlp(
        Tensor inputs,
        long[] sizes,
        Func<Tensor, Tensor>? activation = null,
        Func<Tensor, Tensor>? finalActivation = null,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            inputs = Dense(inputs, sizes[i], kernelInit, biasInit);
            inputs = i < sizes.Length - 1 ? (activation ?? Relu)(inputs) : (finalActivation ?? Identity)(inputs);
        }

        return inputs;
    }
}

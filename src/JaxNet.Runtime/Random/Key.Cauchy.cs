using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers of the standard Cauchy distribution, which has no mean, as <c>jax.random.cauchy(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Cauchy(ReadOnlySpan<long> shape) => Draw.Words<float, CauchyFloats>(this, shape, ScalarType.Float32, new());
}

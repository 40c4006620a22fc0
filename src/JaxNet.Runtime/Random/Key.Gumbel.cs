using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers of the standard Gumbel distribution, that of the largest of many exponential ones, as <c>jax.random.gumbel(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. The mean is 0.5772, the variance pi²/6.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Gumbel(ReadOnlySpan<long> shape) => Draw.Words<float, GumbelFloats>(this, shape, ScalarType.Float32, new());
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers of the standard Laplace distribution, exponential on both sides of zero, as <c>jax.random.laplace(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. The variance is 2.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Laplace(ReadOnlySpan<long> shape) => Draw.Words<float, LaplaceFloats>(this, shape, ScalarType.Float32, new());
}

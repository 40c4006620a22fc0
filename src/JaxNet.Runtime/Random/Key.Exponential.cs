using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Exponentially distributed random numbers, as <c>jax.random.exponential(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. The mean is 1.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Exponential(ReadOnlySpan<long> shape) => Draw.Words<float, ExponentialFloats>(this, shape, ScalarType.Float32, new());
}

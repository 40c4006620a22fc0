using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers of the standard logistic distribution, whose distribution function is the sigmoid, as <c>jax.random.logistic(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. The variance is pi²/3.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Logistic(ReadOnlySpan<long> shape) => Draw.Words<float, LogisticFloats>(this, shape, ScalarType.Float32, new());
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Standard normal random numbers, as <c>jax.random.normal(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. Its elements are all less than 5.5 in size, since each is made of 23 random bits.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Normal(ReadOnlySpan<long> shape) => ScaledNormal(shape, 1);

    /// <summary>Normal numbers times a scale: rounded first, multiplied then.</summary>
    internal Tensor ScaledNormal(ReadOnlySpan<long> shape, float scale) =>
        Draw.Words<float, NormalFloats>(this, shape, ScalarType.Float32, new(scale));
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random truth values, as <c>jax.random.bernoulli(key, p, shape)</c>.</summary>
    /// <param name="p">The probability of <c>true</c>, taken as float32: an element is true where a uniform number is less.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A bool tensor.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Bernoulli(double p, ReadOnlySpan<long> shape) =>
        Draw.Words<byte, BernoulliBytes>(this, shape, ScalarType.Bool, new((float)p));

    /// <summary>Random truth values with a probability for each, as <c>jax.random.bernoulli(key, p)</c>.</summary>
    /// <param name="p">The probabilities of <c>true</c>, a float32 tensor.</param>
    /// <returns>A bool tensor of the shape of <paramref name="p"/>.</returns>
    public Tensor Bernoulli(Tensor p) => Bernoulli(p, p.shape);

    /// <summary>Random truth values with a probability for each, as <c>jax.random.bernoulli(key, p, shape)</c>.</summary>
    /// <param name="p">The probabilities of <c>true</c>, a float32 tensor that can be broadcast to the shape.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>A bool tensor.</returns>
    public Tensor Bernoulli(Tensor p, ReadOnlySpan<long> shape)
    {
        using var uniform = On(p.device).Uniform(shape);
        return uniform < p;
    }
}

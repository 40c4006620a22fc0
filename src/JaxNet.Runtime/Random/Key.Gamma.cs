using JaxNet.Streams;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Gamma distributed random numbers, with the density x^(a - 1)·e^(-x) / Γ(a), as <c>jax.random.gamma(key, a, shape)</c>.</summary>
    /// <param name="a">The shape parameter, which is the mean and the variance; not negative.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    /// <remarks>The algorithm is JAX's <c>exact</c> one. There is no gradient with respect to <paramref name="a"/>.</remarks>
    public Tensor Gamma(double a, ReadOnlySpan<long> shape) => Gamma(a, shape, logarithm: false);

    /// <inheritdoc cref="Gamma(double, ReadOnlySpan{long})"/>
    /// <param name="a">The shape parameters, a tensor that can be broadcast to the shape.</param>
    /// <param name="shape">The shape of the result.</param>
    public Tensor Gamma(Tensor a, ReadOnlySpan<long> shape) => GammaDraw.Of(On(a.device), a, shape, logarithm: false);

    /// <summary>The logarithms of gamma distributed random numbers, exact also for parameters so small that the numbers are zero, as <c>jax.random.loggamma(key, a, shape)</c>.</summary>
    /// <param name="a">The shape parameter; not negative.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. For the same key they are the logarithms of the numbers of <c>Gamma</c>.</returns>
    public Tensor LogGamma(double a, ReadOnlySpan<long> shape) => Gamma(a, shape, logarithm: true);

    /// <inheritdoc cref="LogGamma(double, ReadOnlySpan{long})"/>
    /// <param name="a">The shape parameters, a tensor that can be broadcast to the shape.</param>
    /// <param name="shape">The shape of the result.</param>
    public Tensor LogGamma(Tensor a, ReadOnlySpan<long> shape) => GammaDraw.Of(On(a.device), a, shape, logarithm: true);

    private Tensor Gamma(double a, ReadOnlySpan<long> shape, bool logarithm)
    {
        using var scalar = tensor((float)a);
        return GammaDraw.Of(this, scalar, shape, logarithm);
    }
}

using JaxNet.Streams;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Poisson distributed random integers, as <c>jax.random.poisson(key, lam, shape)</c>.</summary>
    /// <param name="lam">The mean. Zero gives 0; a negative one or NaN gives -1, as in JAX.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>An int32 tensor.</returns>
    public Tensor Poisson(double lam, ReadOnlySpan<long> shape)
    {
        using var scalar = tensor((float)lam);
        return PoissonDraw.Of(this, scalar, shape);
    }

    /// <inheritdoc cref="Poisson(double, ReadOnlySpan{long})"/>
    /// <param name="lam">The means, a tensor that can be broadcast to the shape.</param>
    /// <param name="shape">The shape of the result.</param>
    public Tensor Poisson(Tensor lam, ReadOnlySpan<long> shape) => PoissonDraw.Of(On(lam.device), lam, shape);
}

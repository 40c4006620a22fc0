using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers whose logarithms are normal with a mean of zero, as <c>jax.random.lognormal(key, sigma, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="sigma">The standard deviation of the logarithms.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor LogNormal(ReadOnlySpan<long> shape, double sigma = 1)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Placed(On(CPU).ScaledNormal(shape, (float)sigma).exp()));
    }
}

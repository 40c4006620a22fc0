using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Beta distributed random numbers, with a density proportional to x^(a - 1)·(1 - x)^(b - 1), as <c>jax.random.beta(key, a, b, shape)</c>.</summary>
    /// <param name="a">The first parameter; positive.</param>
    /// <param name="b">The second parameter; positive.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor of numbers from 0 to 1.</returns>
    public Tensor Beta(double a, double b, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var (aKey, bKey) = On(CPU).Split();
        return scope.MoveToOuter(Placed(Share(aKey.LogGamma(a, shape), bKey.LogGamma(b, shape))));
    }

    /// <inheritdoc cref="Beta(double, double, ReadOnlySpan{long})"/>
    /// <param name="a">The first parameters, a tensor that can be broadcast to the shape.</param>
    /// <param name="b">The second parameters, likewise.</param>
    /// <param name="shape">The shape of the result.</param>
    public Tensor Beta(Tensor a, Tensor b, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var (aKey, bKey) = Split();
        return scope.MoveToOuter(Share(aKey.LogGamma(a, shape), bKey.LogGamma(b, shape)));
    }

    // x / (x + y) of the gamma numbers, whose logarithms these are, without underflow.
    private static Tensor Share(Tensor x, Tensor y)
    {
        var larger = maximum(x, y);
        x = (x - larger).exp();
        y = (y - larger).exp();
        return x / (x + y);
    }
}

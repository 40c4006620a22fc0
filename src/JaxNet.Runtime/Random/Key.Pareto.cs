using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers of the Pareto distribution, with the density b / x^(b + 1) from 1 on, as <c>jax.random.pareto(key, b, shape)</c>.</summary>
    /// <param name="b">The exponent; positive.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor Pareto(double b, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Placed((On(CPU).Exponential(shape) / b).exp()));
    }
}

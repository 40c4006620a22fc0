using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Points uniformly distributed in the unit ball of an Lp norm, as <c>jax.random.ball(key, d, p, shape)</c>.</summary>
    /// <param name="d">The dimension of the ball.</param>
    /// <param name="p">The p of the norm; positive. With 2 the ball is round.</param>
    /// <param name="shape">The shape of the result but for its last axis; empty for a single point.</param>
    /// <returns>A float32 tensor [shape..., d].</returns>
    /// <remarks>By Barthe, Guédon, Mendelson, Naor, "A probabilistic approach to the geometry of the Lp ball" (2005).</remarks>
    public Tensor Ball(long d, double p = 2, ReadOnlySpan<long> shape = default)
    {
        using var scope = NewDisposeScope();
        var (directionKey, radiusKey) = On(CPU).Split();
        var direction = directionKey.GeneralizedNormal(p, [.. shape, d]);
        var radius = (direction.abs().pow(p).sum(-1) + radiusKey.Exponential(shape)).pow(1 / p);
        return scope.MoveToOuter(Placed(direction / radius.unsqueeze(-1)));
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random vectors of non-negative numbers whose sum is 1, Dirichlet distributed, as <c>jax.random.dirichlet(key, alpha, shape)</c>.</summary>
    /// <param name="alpha">The concentrations, positive, [..., n]; all axes but the last can be broadcast to the shape.</param>
    /// <param name="shape">The shape of the result but for its last axis.</param>
    /// <returns>A float32 tensor [shape..., n].</returns>
    /// <exception cref="ArgumentException"><paramref name="alpha"/> is a scalar.</exception>
    public Tensor Dirichlet(Tensor alpha, ReadOnlySpan<long> shape)
    {
        if (alpha.dim() < 1) throw new ArgumentException("The concentrations must have an axis, along which the numbers add up to 1, but they are a scalar.", nameof(alpha));
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(LogGamma(alpha, [.. shape, alpha.size(-1)]).softmax(-1));
    }
}

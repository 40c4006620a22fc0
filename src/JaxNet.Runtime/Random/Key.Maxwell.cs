using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Lengths of vectors of three standard normal numbers, as <c>jax.random.maxwell(key, shape)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor Maxwell(ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var normal = On(CPU).Normal([.. shape, 3]);
        return scope.MoveToOuter(Placed((normal * normal).sum(-1).sqrt()));
    }

    /// <summary>Maxwell numbers with random signs, scaled and shifted, as <c>jax.random.double_sided_maxwell(key, loc, scale, shape)</c>.</summary>
    /// <param name="loc">The centre.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor DoubleSidedMaxwell(double loc, double scale, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var (maxwellKey, signKey) = On(CPU).Split();
        return scope.MoveToOuter(Placed(signKey.Rademacher(shape, ScalarType.Float32) * maxwellKey.Maxwell(shape) * scale + loc));
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random signs, as <c>jax.random.rademacher(key, shape, dtype)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="dtype">The type of the result, int32 if it isn't given.</param>
    /// <returns>A tensor of ones and minus ones, equally probable.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Rademacher(ReadOnlySpan<long> shape, ScalarType? dtype = null)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Bernoulli(0.5, shape).type(dtype ?? ScalarType.Int32) * 2 - 1);
    }
}

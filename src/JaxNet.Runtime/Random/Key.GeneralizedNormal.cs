using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Random numbers with a density proportional to exp(-|x|^p), as <c>jax.random.generalized_normal(key, p, shape)</c>.</summary>
    /// <param name="p">The exponent; positive. With 1 this is the Laplace distribution, with 2 the normal one of variance 1/2.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor GeneralizedNormal(double p, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        var (sizeKey, signKey) = On(CPU).Split();
        return scope.MoveToOuter(Placed(signKey.Rademacher(shape, ScalarType.Float32) * sizeKey.Gamma(1 / p, shape).pow(1 / p)));
    }
}

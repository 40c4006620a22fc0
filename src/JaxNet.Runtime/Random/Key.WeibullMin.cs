using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>
    /// Random numbers of the Weibull distribution, with the distribution function 1 - exp(-(x / scale)^concentration), as
    /// <c>jax.random.weibull_min(key, scale, concentration, shape)</c>.
    /// </summary>
    /// <param name="scale">The unit of the numbers.</param>
    /// <param name="concentration">The exponent; with 1 the distribution is exponential.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor.</returns>
    public Tensor WeibullMin(double scale, double concentration, ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Placed(On(CPU).Exponential(shape).pow(1 / concentration) * scale));
    }
}

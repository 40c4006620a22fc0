using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>
    /// Normal random numbers, given that they lie between two bounds, as <c>jax.random.truncated_normal(key, lower, upper, shape)</c>.
    /// </summary>
    /// <param name="lower">All numbers are greater than this, taken as float32; it may be infinite.</param>
    /// <param name="upper">All numbers are less than this, taken as float32; it may be infinite. The lower bound is less.</param>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <returns>A float32 tensor. Its standard deviation is less than 1; for bounds of -2 and 2 it is 0.87962566103423978.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements, or the bounds are out of order.</exception>
    public Tensor TruncatedNormal(double lower, double upper, ReadOnlySpan<long> shape) =>
        ScaledTruncatedNormal(lower, upper, shape, 1);

    /// <summary>Truncated normal numbers times a scale: rounded first, multiplied then.</summary>
    internal Tensor ScaledTruncatedNormal(double lower, double upper, ReadOnlySpan<long> shape, float scale)
    {
        if (!(lower < upper)) throw new ArgumentException($"The lower bound must be less than the upper, but {lower} is not less than {upper}.", nameof(lower));
        return Draw.Words<float, TruncatedNormalFloats>(this, shape, ScalarType.Float32, new((float)lower, (float)upper, scale));
    }
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Uniform random numbers in [min, max), as <c>jax.random.uniform(key, shape, minval=min, maxval=max)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="min">The least number, taken as float32.</param>
    /// <param name="max">The end of the range, taken as float32. Rounding can reach it where the range is not from 0 to 1.</param>
    /// <returns>A float32 tensor. On the unit interval its elements are multiples of 2^-23.</returns>
    /// <exception cref="ArgumentException">The shape has a negative size or too many elements.</exception>
    public Tensor Uniform(ReadOnlySpan<long> shape, double min = 0, double max = 1) => ScaledUniform(shape, min, max, 1);

    /// <summary>Uniform numbers times a scale: rounded first, multiplied then.</summary>
    internal Tensor ScaledUniform(ReadOnlySpan<long> shape, double min, double max, float scale) =>
        Draw.Words<float, UniformFloats>(this, shape, ScalarType.Float32, new((float)min, (float)max, scale));
}

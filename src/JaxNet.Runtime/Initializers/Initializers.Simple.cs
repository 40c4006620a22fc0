using static TorchSharp.torch;

namespace JaxNet;

public static partial class Initializers
{
    /// <summary>All elements zero.</summary>
    public static Initializer Zeros() => (key, shape) => zeros(shape, ScalarType.Float32, key.Device);

    /// <summary>All elements one.</summary>
    public static Initializer Ones() => (key, shape) => ones(shape, ScalarType.Float32, key.Device);

    /// <summary>All elements the same.</summary>
    /// <param name="value">The value, taken as float32.</param>
    public static Initializer Constant(double value) => (key, shape) => full(shape, value, ScalarType.Float32, key.Device);

    /// <summary>Normal numbers with a mean of zero.</summary>
    /// <param name="stddev">Their standard deviation.</param>
    public static Initializer Normal(double stddev = 1e-2) => (key, shape) => key.ScaledNormal(shape, (float)stddev);

    /// <summary>Uniform numbers in [0, <paramref name="scale"/>).</summary>
    /// <param name="scale">The end of the range; a negative one makes it (scale, 0].</param>
    public static Initializer Uniform(double scale = 1e-2) => (key, shape) => key.ScaledUniform(shape, 0, 1, (float)scale);

    /// <summary>Normal numbers that lie within two bounds, times a factor.</summary>
    /// <param name="stddev">
    /// The factor: the standard deviation before truncation. The result's own is less, for bounds of -2 and 2 by the factor
    /// 0.87962566103423978; <see cref="VarianceScaling(double, Fan, Distribution, int, int)"/> corrects that, this doesn't.
    /// </param>
    /// <param name="lower">The lower bound, before the factor.</param>
    /// <param name="upper">The upper bound, before the factor.</param>
    public static Initializer TruncatedNormal(double stddev = 1e-2, double lower = -2, double upper = 2) =>
        (key, shape) => key.ScaledTruncatedNormal(lower, upper, shape, (float)stddev);
}

namespace JaxNet;

/// <summary>
/// The initializers of <c>jax.nn.initializers</c>: for the same key and shape they give the same values. A custom one is
/// any function: <c>(key, shape) => key.Uniform(shape, -1, 1)</c>.
/// </summary>
/// <remarks>
/// Kernels have their inputs on the last axis but one, and their outputs on the last: [inputs, outputs] for a dense layer,
/// [height, width, inputs, outputs] for a convolution.
/// </remarks>
public static partial class Initializers
{
    // The standard deviation of a standard normal distribution truncated at -2 and 2.
    private const float TruncatedStddev = .87962566103423978f;

    /// <summary>Random numbers with a mean of zero and a variance of scale / fan.</summary>
    /// <param name="scale">The factor of the variance; positive.</param>
    /// <param name="mode">What the fan is.</param>
    /// <param name="distribution">What the numbers are drawn from.</param>
    /// <param name="inAxis">The kernel's axis of inputs; negative ones count from the last.</param>
    /// <param name="outAxis">The kernel's axis of outputs. All other axes are the receptive field.</param>
    /// <remarks>The initializer throws an <see cref="ArgumentException"/> for a shape with less than two axes.</remarks>
    public static Initializer VarianceScaling(double scale, Fan mode, Distribution distribution, int inAxis = -2, int outAxis = -1) =>
        VarianceScaling(scale, mode, distribution, [inAxis], [outAxis]);

    /// <summary>Random numbers with a mean of zero and a variance of scale / fan, for kernels whose inputs or outputs have several axes.</summary>
    /// <param name="scale">The factor of the variance; positive.</param>
    /// <param name="mode">What the fan is.</param>
    /// <param name="distribution">What the numbers are drawn from.</param>
    /// <param name="inAxes">The kernel's axes of inputs; negative ones count from the last.</param>
    /// <param name="outAxes">The kernel's axes of outputs.</param>
    /// <param name="batchAxes">Axes along which independent kernels lie. All other axes are the receptive field.</param>
    public static Initializer VarianceScaling(double scale, Fan mode, Distribution distribution, int[] inAxes, int[] outAxes, int[]? batchAxes = null) => (key, shape) =>
    {
        var (fanIn, fanOut) = Fans.Of(shape, inAxes, outAxes, batchAxes);
        var fan = mode switch
        {
            Fan.In => fanIn,
            Fan.Out => fanOut,
            Fan.Average => (fanIn + fanOut) / 2,
            Fan.GeometricAverage => Math.Sqrt(fanIn * fanOut),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such fan."),
        };
        var variance = (float)(scale / fan);
        return distribution switch
        {
            Distribution.TruncatedNormal => key.ScaledTruncatedNormal(-2, 2, shape, MathF.Sqrt(variance) / TruncatedStddev),
            Distribution.Normal => key.ScaledNormal(shape, MathF.Sqrt(variance)),
            Distribution.Uniform => key.ScaledUniform(shape, -1, 1, MathF.Sqrt(3 * variance)),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "There is no such distribution."),
        };
    };
}

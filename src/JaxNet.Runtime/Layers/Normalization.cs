using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

// Each with the mean of what it normalizes taken off, and divided by the standard deviation (without Bessel's correction).
public static partial class Layers
{
    /// <summary>Normalizes each example by itself, over its last axes: Ba, Kiros and Hinton, "Layer Normalization" (2016).</summary>
    /// <param name="inputs">Shape [..., the normalized axes].</param>
    /// <param name="axisCount">How many axes are normalized, counted from the last.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether <c>beta</c> is added.</param>
    /// <param name="scale">Whether the result is multiplied by <c>gamma</c>.</param>
    /// <param name="betaInit">Initializes <c>beta</c>, which has the shape of the normalized axes; <see cref="Initializers.Zeros"/> if null.</param>
    /// <param name="gammaInit">Initializes <c>gamma</c>, which has the shape of the normalized axes; <see cref="Initializers.Ones"/> if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The inputs haven't that many axes.</exception>
    /// <exception cref="ArgumentException">The inputs are of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor LayerNorm(
        Tensor inputs,
        int axisCount = 1,
        double epsilon = 1e-5,
        bool center = true,
        bool scale = true,
        Initializer? betaInit = null,
        Initializer? gammaInit = null)
    {
        var shape = LastAxes(nameof(LayerNorm), inputs, axisCount);
        var gamma = scale ? Parameter(shape, gammaInit ?? Initializers.Ones(), "gamma") : null;
        var beta = center ? Parameter(shape, betaInit ?? Initializers.Zeros(), "beta") : null;
        CheckTypes(inputs, gamma, beta);
        return nn.functional.layer_norm(inputs, shape, gamma, beta, epsilon);
    }

    /// <summary>
    /// Divides each example by the root of its mean square over the last axes, and takes no mean off: Zhang and Sennrich,
    /// "Root Mean Square Layer Normalization" (2019).
    /// </summary>
    /// <param name="inputs">Shape [..., the normalized axes].</param>
    /// <param name="axisCount">How many axes are normalized, counted from the last.</param>
    /// <param name="epsilon">Added to the mean square.</param>
    /// <param name="gammaInit">Initializes <c>gamma</c>, the factor, which has the shape of the normalized axes; <see cref="Initializers.Ones"/> if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The inputs haven't that many axes.</exception>
    /// <exception cref="ArgumentException">The inputs are of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor RMSNorm(Tensor inputs, int axisCount = 1, double epsilon = 1e-5, Initializer? gammaInit = null)
    {
        var shape = LastAxes(nameof(RMSNorm), inputs, axisCount);
        var gamma = Parameter(shape, gammaInit ?? Initializers.Ones(), "gamma");
        Product.CheckTypes(inputs, gamma);
        var axes = Enumerable.Range(1, axisCount).Select(axis => (long)-axis).ToArray();
        var wide = inputs.Widened();
        return (wide * wide.Squared().mean(axes, keepdim: true).Plus(epsilon).rsqrt() * gamma).InTypeOf(inputs);
    }

    /// <summary>Normalizes each example over all positions and a group of channels: Wu and He, "Group Normalization" (2018).</summary>
    /// <param name="inputs">Shape [n, ..., channels].</param>
    /// <param name="groups">Into how many groups the channels are divided, neighbours together. With one for each channel this is instance normalization.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether <c>beta</c> is added.</param>
    /// <param name="scale">Whether the result is multiplied by <c>gamma</c>.</param>
    /// <param name="betaInit">Initializes <c>beta</c>, of shape [channels]; <see cref="Initializers.Zeros"/> if null.</param>
    /// <param name="gammaInit">Initializes <c>gamma</c>, of shape [channels]; <see cref="Initializers.Ones"/> if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <exception cref="ArgumentException">The channels can't be divided into that many groups, or the inputs are of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor GroupNorm(
        Tensor inputs,
        long groups,
        double epsilon = 1e-5,
        bool center = true,
        bool scale = true,
        Initializer? betaInit = null,
        Initializer? gammaInit = null)
    {
        var shape = inputs.shape;
        if (shape is not [var n, .. var between, var channels] || groups < 1 || channels % groups != 0)
            throw new ArgumentException($"GroupNorm divides the last axis of shape [n, ..., channels] into {groups} groups of the same size, but got {Shapes.Describe(shape)}.");

        var gamma = scale ? Parameter([channels], gammaInit ?? Initializers.Ones(), "gamma") : null;
        var beta = center ? Parameter([channels], betaInit ?? Initializers.Zeros(), "beta") : null;
        CheckTypes(inputs, gamma, beta);
        var normalized = Normalized(inputs.Widened().reshape(n, Shapes.Count(between), groups, channels / groups), [1, 3], epsilon).reshape(shape);
        return ScaledAndShifted(normalized, gamma, beta).InTypeOf(inputs);
    }

    /// <summary>
    /// Normalizes each channel by the statistics of the batch: Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network
    /// Training by Reducing Internal Covariate Shift" (2015). As in JAXnet and stax there are no running averages: in every mode
    /// the output depends on the whole batch. <c>RunningBatchNorm</c> keeps them.
    /// </summary>
    /// <param name="inputs">Any shape.</param>
    /// <param name="axis">The axes over which mean and variance are taken; all but the last, the channels, if null: 0, 1 and 2 for images.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether <c>beta</c> is added.</param>
    /// <param name="scale">Whether the result is multiplied by <c>gamma</c>.</param>
    /// <param name="betaInit">Initializes <c>beta</c>, which has the shape of the axes that remain; <see cref="Initializers.Zeros"/> if null.</param>
    /// <param name="gammaInit">Initializes <c>gamma</c>, which has the shape of the axes that remain; <see cref="Initializers.Ones"/> if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The inputs have no such axis.</exception>
    /// <exception cref="ArgumentException">The inputs are of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor BatchNorm(
        Tensor inputs,
        int[]? axis = null,
        double epsilon = 1e-5,
        bool center = true,
        bool scale = true,
        Initializer? betaInit = null,
        Initializer? gammaInit = null)
    {
        var reduced = ReducedAxes(inputs, axis);
        var shape = inputs.shape.Where((_, i) => !reduced.Contains(i)).ToArray();
        var broadcast = inputs.shape.Select((size, i) => reduced.Contains(i) ? 1 : size).ToArray();
        var gamma = scale ? Parameter(shape, gammaInit ?? Initializers.Ones(), "gamma").reshape(broadcast) : null;
        var beta = center ? Parameter(shape, betaInit ?? Initializers.Zeros(), "beta").reshape(broadcast) : null;
        CheckTypes(inputs, gamma, beta);
        return ScaledAndShifted(Normalized(inputs.Widened(), reduced, epsilon), gamma, beta).InTypeOf(inputs);
    }

    private static void CheckTypes(Tensor inputs, Tensor? gamma, Tensor? beta)
    {
        if (gamma is not null)
            Product.CheckTypes(inputs, gamma);

        if (beta is not null)
            Product.CheckTypes(inputs, beta);
    }

    private static Tensor Normalized(Tensor inputs, long[] axes, double epsilon)
    {
        // The mean of squares minus the square of the mean would be one pass less, and loses all digits where the mean is large.
        var centered = inputs - inputs.mean(axes, keepdim: true);
        return centered * centered.Squared().mean(axes, keepdim: true).Plus(epsilon).rsqrt();
    }

    private static Tensor ScaledAndShifted(Tensor normalized, Tensor? gamma, Tensor? beta)
    {
        var scaled = gamma is null ? normalized : normalized * gamma;
        return beta is null ? scaled : scaled.Plus(beta);
    }

    private static long[] LastAxes(string layer, Tensor inputs, int count) => count >= 1 && count <= inputs.dim()
        ? inputs.shape[^count..]
        : throw new ArgumentOutOfRangeException("axisCount", count, $"{layer} normalizes the last axes of its inputs, at least 1, but got the shape {Shapes.Describe(inputs.shape)}.");

    private static long[] ReducedAxes(Tensor inputs, int[]? axes)
    {
        var rank = (int)inputs.dim();
        var reduced = (axes ?? [.. Enumerable.Range(0, Math.Max(rank - 1, 0))]).Select(axis => (long)(axis < 0 ? axis + rank : axis)).Distinct().ToArray();
        return reduced.Length > 0 && reduced.All(axis => axis >= 0 && axis < rank)
            ? reduced
            : throw new ArgumentOutOfRangeException("axis", $"BatchNorm over the axes [{string.Join(", ", axes ?? [])}] does not fit inputs of shape {Shapes.Describe(inputs.shape)}.");
    }
}

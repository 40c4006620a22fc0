using System.Globalization;
using TorchSharp;

namespace JaxNet;

/// <summary>
/// What makes other gradients of gradients, for <see cref="Optimizers.Chain"/>. The names and formulas are optax's. In the formulas <c>g</c> is
/// a gradient, <c>p</c> its parameter, and <c>|g|</c> the root of the sum of its squares.
/// </summary>
/// <remarks>A complex parameter counts as pairs of real numbers, as it does for the optimizers.</remarks>
public static partial class GradientTransforms
{
    /// <summary>Cuts each element: <c>min(max(g, -maximum), maximum)</c>, as <c>optax.clip</c>.</summary>
    /// <param name="maximum">The largest absolute value that remains; not negative.</param>
    /// <returns>The transform.</returns>
    public static GradientTransform ClipByValue(double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        return Make($"ClipByValue({maximum})", new LeafwiseRule((_, gradient) => gradient.clamp((Scalar)(-maximum), (Scalar)maximum)));
    }

    /// <summary>Shortens the gradient of each parameter on its own: <c>g * min(1, maximum / |g|)</c>.</summary>
    /// <param name="maximum">The largest norm that a gradient keeps; positive.</param>
    /// <returns>The transform.</returns>
    public static GradientTransform ClipByNorm(double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        return Make($"ClipByNorm({maximum})", new LeafwiseRule(
            (_, gradient) => gradient * GlobalNormRule.Shrinking(gradient.square().sum(), maximum)));
    }

    /// <summary>
    /// Shortens the gradient as a whole, and so keeps its direction (Pascanu et al., 2013): <c>g * min(1, maximum / |all gradients|)</c>, as
    /// <c>optax.clip_by_global_norm</c>.
    /// </summary>
    /// <param name="maximum">The largest norm that the gradient keeps; positive.</param>
    /// <returns>The transform.</returns>
    public static GradientTransform ClipByGlobalNorm(double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        return Make($"ClipByGlobalNorm({maximum})", new GlobalNormRule(maximum));
    }

    /// <summary>
    /// Weight decay: <c>g + weightDecay * p</c>, as <c>optax.add_decayed_weights</c>. Before plain gradient descent that is the gradient of
    /// <c>weightDecay / 2 * |p|²</c> added to the loss; for decay that Adam doesn't scale, see <see cref="Optimizers.AdamW(double, double, double, double, double)"/>.
    /// </summary>
    /// <param name="weightDecay">How much of each parameter is added to its gradient.</param>
    /// <returns>The transform.</returns>
    public static GradientTransform AddDecayedWeights(double weightDecay) =>
        Make($"AddDecayedWeights({weightDecay})", new LeafwiseRule((parameter, gradient) => gradient + (parameter * weightDecay)));

    /// <summary>Multiplies: <c>factor * g</c>, as <c>optax.scale</c>.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The transform.</returns>
    public static GradientTransform Scale(double factor) =>
        Make($"Scale({factor})", new LeafwiseRule((_, gradient) => gradient * factor));

    /// <summary>
    /// A transform for a part of the parameters, as <c>optax.masked</c>: to the transform the others are not there. Weight decay without biases is
    /// <c>Masked(!Mask.Path("**.bias"), AddDecayedWeights(1e-4))</c>.
    /// </summary>
    /// <param name="mask">The part.</param>
    /// <param name="transform">The transform.</param>
    /// <returns>The transform; other gradients stay as they are.</returns>
    public static GradientTransform Masked(Mask mask, GradientTransform transform)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(transform);
        return Make($"Masked({mask}, {transform})", new MaskedGradientRule(mask, transform.Rule));
    }

    private static GradientTransform Make(FormattableString description, GradientRule rule) =>
        new(description.ToString(CultureInfo.InvariantCulture), rule);
}

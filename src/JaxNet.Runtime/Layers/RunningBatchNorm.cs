using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>
    /// <c>BatchNorm</c> with running averages, as Flax's <c>BatchNorm</c> keeps them: in training each channel is normalized by the
    /// statistics of the batch, and these enter the averages; in <see cref="Mode.Eval"/> the averages are used, so that an
    /// example's output doesn't depend on the others, and stay as they are.
    /// </summary>
    /// <param name="inputs">Any shape.</param>
    /// <param name="axis">The axes over which mean and variance are taken; all but the last, the channels, if null: 0, 1 and 2 for images.</param>
    /// <param name="momentum">
    /// How much of the old average stays: <c>average = momentum * average + (1 - momentum) * batch</c>. PyTorch's momentum is 1 minus this one.
    /// </param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="center">Whether <c>beta</c> is added.</param>
    /// <param name="scale">Whether the result is multiplied by <c>gamma</c>.</param>
    /// <param name="betaInit">Initializes <c>beta</c>, which has the shape of the axes that remain; <see cref="Initializers.Zeros"/> if null.</param>
    /// <param name="gammaInit">Initializes <c>gamma</c>, which has the shape of the axes that remain; <see cref="Initializers.Ones"/> if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <remarks>
    /// The averages <c>mean</c> and <c>variance</c> start with 0 and 1. As in Flax the variance that enters them is that by which the batch
    /// is normalized, without Bessel's correction, with which PyTorch keeps it, and both are float32 where the inputs have 16 bits, in which small steps would be lost.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The inputs have no such axis.</exception>
    /// <exception cref="ArgumentException">The inputs are of another type than the parameters.</exception>
    [Parametrized]
    public static partial Tensor RunningBatchNorm(
        Tensor inputs,
        int[]? axis = null,
        double momentum = 0.99,
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
        var wide = inputs.Widened();
        var averageMean = State(zeros(shape, wide.dtype, wide.device), "mean");
        var averageVariance = State(ones(shape, wide.dtype, wide.device), "variance");
        if (CurrentMode == Mode.Eval)
        {
            var factor = averageVariance.Value.Widened().Plus(epsilon).rsqrt().reshape(broadcast);
            return ScaledAndShifted((wide - averageMean.Value.reshape(broadcast)) * factor, gamma, beta).InTypeOf(inputs);
        }

        var mean = wide.mean(reduced, keepdim: true);
        var centered = wide - mean;
        var variance = centered.Squared().mean(reduced, keepdim: true);
        if (inputs.numel() > 0)
        {
            averageMean.Value = Moved(averageMean.Value, mean);
            averageVariance.Value = Moved(averageVariance.Value, variance);
        }

        return ScaledAndShifted(centered * variance.Plus(epsilon).rsqrt(), gamma, beta).InTypeOf(inputs);

        Tensor Moved(Tensor average, Tensor batch) => average.Widened().Scaled(momentum).Plus(batch.reshape(shape).detach().Scaled(1 - momentum));
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Lamb (You et al., 2020), for large batches: Adam whose step for each tensor is as long as the tensor itself, times the learning rate. With
    /// <c>m</c> and <c>v</c> as in <see cref="Adam(double, double, double, double)"/>:
    /// <c>r = (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps) + weightDecay * p; p -= lr * |p| / |r| * r</c>, where <c>|x|</c> is the
    /// root of the sum of squares; the ratio is 1 if either is zero.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <param name="weightDecay">How much of each parameter is added to its direction.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer Lamb(double learningRate = 1e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-6, double weightDecay = 0) =>
        MakeLamb(learningRate, b1, b2, eps, weightDecay);

    /// <inheritdoc cref="Lamb(double, double, double, double, double)"/>
    public static Optimizer Lamb(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-6, double weightDecay = 0) =>
        MakeLamb(learningRate, b1, b2, eps, weightDecay);

    private static Optimizer MakeLamb(Rate learningRate, double b1, double b2, double eps, double weightDecay)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        ThrowIfNegative(weightDecay);
        return Make(learningRate, $"Lamb(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps}, weightDecay: {weightDecay})",
            new LambRule(learningRate.Schedule, b1, b2, eps, weightDecay));
    }
}

/// <summary>See <see cref="Optimizers.Lamb(double, double, double, double, double)"/>.</summary>
internal sealed class LambRule(Schedule learningRate, double b1, double b2, double eps, double weightDecay)
    : TensorRule(learningRate, ["first_moment", "second_moment"])
{
    protected override Tensor Next(long step, double rate, Tensor parameter, Tensor gradient, Tensor[] slots)
    {
        var first = slots[0] = (slots[0] * b1) + (gradient * (1 - b1));
        var second = slots[1] = (slots[1] * b2) + (gradient.square() * (1 - b2));

        var root = (second / (1 - Math.Pow(b2, step + 1))).sqrt();
        var direction = (first / (1 - Math.Pow(b1, step + 1)) / (root + eps)) + (parameter * weightDecay);

        // One number for each tensor, which stays where the tensor is: reading it would wait for the device.
        var (length, directionLength) = (parameter.square().sum().sqrt(), direction.square().sum().sqrt());
        var ratio = where((length > 0).logical_and(directionLength > 0), length / directionLength, ones_like(length));
        return parameter - (direction * ratio * rate);
    }
}

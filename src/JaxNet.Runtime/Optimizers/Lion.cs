using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Lion (Chen et al., 2023), whose steps all have one length:
    /// <c>p -= lr * (sign(b1 * m + (1 - b1) * g) + weightDecay * p); m = b2 * m + (1 - b2) * g</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much the average gradient counts for the direction, beside the gradient.</param>
    /// <param name="b2">How much of the average gradient remains after each step.</param>
    /// <param name="weightDecay">How much of each parameter the learning rate takes away.</param>
    /// <returns>The optimizer; its states have the slot <c>first_moment</c>.</returns>
    public static Optimizer Lion(double learningRate = 1e-4, double b1 = 0.9, double b2 = 0.99, double weightDecay = 0) =>
        MakeLion(learningRate, b1, b2, weightDecay);

    /// <inheritdoc cref="Lion(double, double, double, double)"/>
    public static Optimizer Lion(Schedule learningRate, double b1 = 0.9, double b2 = 0.99, double weightDecay = 0) =>
        MakeLion(learningRate, b1, b2, weightDecay);

    private static Optimizer MakeLion(Rate learningRate, double b1, double b2, double weightDecay)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(weightDecay);
        return Elementwise<LionFormula>(
            learningRate, $"Lion(learningRate: {learningRate}, b1: {b1}, b2: {b2}, weightDecay: {weightDecay})",
            (_, rate) => new(rate, b1, b2, weightDecay), "first_moment");
    }
}

/// <summary>See <see cref="Optimizers.Lion(Schedule, double, double, double)"/>.</summary>
internal readonly struct LionFormula(double learningRate, double b1, double b2, double weightDecay) : IFormula
{
    private readonly Constant _learningRate = learningRate;
    private readonly Constant _b1 = b1;
    private readonly Constant _b2 = b2;
    private readonly Constant _share1 = 1 - b1;
    private readonly Constant _share2 = 1 - b2;
    private readonly Constant _weightDecay = weightDecay;

    public static int SlotCount => 1;

    public bool FlushesSlots => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T firstMoment, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        var direction = T.Sign(T.Of(_b1) * firstMoment + T.Of(_share1) * gradient);
        parameter -= T.Of(_learningRate) * (direction + T.Of(_weightDecay) * parameter);
        firstMoment = T.Of(_b2) * firstMoment + T.Of(_share2) * gradient;
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as PyTorch has it: <c>p -= lr * weightDecay * p</c>, and then
    /// the step of <see cref="Adam(double, double, double, double)"/>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <param name="weightDecay">How much of each parameter the learning rate takes away.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer AdamW(double learningRate = 1e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double weightDecay = 1e-2) =>
        MakeAdamW(learningRate, b1, b2, eps, weightDecay);

    /// <inheritdoc cref="AdamW(double, double, double, double, double)"/>
    public static Optimizer AdamW(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double weightDecay = 1e-2) =>
        MakeAdamW(learningRate, b1, b2, eps, weightDecay);

    private static Optimizer MakeAdamW(Rate learningRate, double b1, double b2, double eps, double weightDecay)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        ThrowIfNegative(weightDecay);
        return Elementwise<AdamWFormula>(
            learningRate, $"AdamW(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps}, weightDecay: {weightDecay})",
            (step, rate) => new(step, rate, b1, b2, eps, weightDecay), "first_moment", "second_moment");
    }
}

/// <summary>See <see cref="Optimizers.AdamW(Schedule, double, double, double, double)"/>.</summary>
internal readonly struct AdamWFormula(long step, double learningRate, double b1, double b2, double eps, double weightDecay) : IFormula
{
    private readonly Constant _rate = learningRate / (1 - Math.Pow(b1, step + 1));
    private readonly Constant _rootScale = 1 / Math.Sqrt(1 - Math.Pow(b2, step + 1));
    private readonly Constant _remaining = 1 - (learningRate * weightDecay);
    private readonly Constant _b1 = b1;
    private readonly Constant _b2 = b2;
    private readonly Constant _share1 = 1 - b1;
    private readonly Constant _share2 = 1 - b2;
    private readonly Constant _eps = eps;

    public static int SlotCount => 2;

    public bool FlushesSlots => Epsilon.HidesRoot(eps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T firstMoment, ref T secondMoment, ref T slot2)
        where T : struct, IElements<T>
    {
        firstMoment = T.Of(_b1) * firstMoment + T.Of(_share1) * gradient;
        secondMoment = T.Of(_b2) * secondMoment + T.Of(_share2) * gradient * gradient;
        var change = T.Of(_rate) * firstMoment / (T.Sqrt(secondMoment) * T.Of(_rootScale) + T.Of(_eps));
        parameter = T.Of(_remaining) * parameter - change;
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Rectified Adam (Liu et al., 2020), as PyTorch has it: the steps of momentum, without any scaling, for as long as the estimate of the
    /// variance has less than five degrees of freedom, then Adam's, by a factor that grows to 1.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer RAdam(double learningRate = 1e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeRAdam(learningRate, b1, b2, eps);

    /// <inheritdoc cref="RAdam(double, double, double, double)"/>
    public static Optimizer RAdam(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeRAdam(learningRate, b1, b2, eps);

    private static Optimizer MakeRAdam(Rate learningRate, double b1, double b2, double eps)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        return Elementwise<RAdamFormula>(
            learningRate, $"RAdam(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps})",
            (step, rate) => new(step, rate, b1, b2, eps), "first_moment", "second_moment");
    }
}

/// <summary>See <see cref="Optimizers.RAdam(Schedule, double, double, double)"/>.</summary>
internal readonly struct RAdamFormula(long step, double learningRate, double b1, double b2, double eps) : IFormula
{
    // Either sqrt(v) * scale + offset is what Adam divides by, or it is 1.
    private readonly Constant _rate = learningRate / (1 - Math.Pow(b1, step + 1)) * Rectification(step + 1, b2);
    private readonly Constant _rootScale = IsScaled(step + 1, b2) ? 1 / Math.Sqrt(1 - Math.Pow(b2, step + 1)) : 0;
    private readonly Constant _offset = IsScaled(step + 1, b2) ? eps / Math.Sqrt(1 - Math.Pow(b2, step + 1)) : 1;
    private readonly Constant _b1 = b1;
    private readonly Constant _b2 = b2;
    private readonly Constant _share1 = 1 - b1;
    private readonly Constant _share2 = 1 - b2;

    public static int SlotCount => 2;

    public bool FlushesSlots => Epsilon.HidesRoot(eps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T firstMoment, ref T secondMoment, ref T slot2)
        where T : struct, IElements<T>
    {
        firstMoment = T.Of(_b1) * firstMoment + T.Of(_share1) * gradient;
        secondMoment = T.Of(_b2) * secondMoment + T.Of(_share2) * gradient * gradient;
        parameter -= T.Of(_rate) * firstMoment / (T.Sqrt(secondMoment) * T.Of(_rootScale) + T.Of(_offset));
    }

    private static double Rectification(long t, double b2)
    {
        if (!IsScaled(t, b2))
            return 1;

        var (freedom, final) = (Freedom(t, b2), (2 / (1 - b2)) - 1);
        return Math.Sqrt((freedom - 4) * (freedom - 2) * final / ((final - 4) * (final - 2) * freedom));
    }

    private static bool IsScaled(long t, double b2) => Freedom(t, b2) > 5;

    private static double Freedom(long t, double b2)
    {
        var power = Math.Pow(b2, t);
        return (2 / (1 - b2)) - 1 - (2 * t * power / (1 - power));
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adam (Kingma and Ba, 2015): steps scaled by running averages of the gradient and of its square, corrected for their start at zero:
    /// <c>m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g²; p -= lr * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer Adam(double learningRate = 1e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeAdam(learningRate, b1, b2, eps);

    /// <inheritdoc cref="Adam(double, double, double, double)"/>
    public static Optimizer Adam(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeAdam(learningRate, b1, b2, eps);

    private static Optimizer MakeAdam(Rate learningRate, double b1, double b2, double eps)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        return Elementwise<AdamFormula>(
            learningRate, $"Adam(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps})",
            (step, rate) => new(step, rate, b1, b2, eps), "first_moment", "second_moment");
    }
}

/// <summary>See <see cref="Optimizers.Adam(Schedule, double, double, double)"/>.</summary>
internal readonly struct AdamFormula(long step, double learningRate, double b1, double b2, double eps) : IFormula
{
    // The corrections are the same for all elements, so they go into the constants: one division and one root are left for each.
    private readonly Constant _rate = learningRate / (1 - Math.Pow(b1, step + 1));
    private readonly Constant _rootScale = 1 / Math.Sqrt(1 - Math.Pow(b2, step + 1));
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
        parameter -= T.Of(_rate) * firstMoment / (T.Sqrt(secondMoment) * T.Of(_rootScale) + T.Of(_eps));
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adamax (Kingma and Ba, 2015): Adam with the largest gradient in place of the mean square:
    /// <c>m = b1 * m + (1 - b1) * g; u = max(b2 * u, |g|); p -= lr / (1 - b1^t) * m / (u + eps)</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the largest gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>largest_gradient</c>.</returns>
    public static Optimizer Adamax(double learningRate = 2e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeAdamax(learningRate, b1, b2, eps);

    /// <inheritdoc cref="Adamax(double, double, double, double)"/>
    public static Optimizer Adamax(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8) =>
        MakeAdamax(learningRate, b1, b2, eps);

    private static Optimizer MakeAdamax(Rate learningRate, double b1, double b2, double eps)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        return Elementwise<AdamaxFormula>(
            learningRate, $"Adamax(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps})",
            (step, rate) => new(step, rate, b1, b2, eps), "first_moment", "largest_gradient");
    }
}

/// <summary>See <see cref="Optimizers.Adamax(Schedule, double, double, double)"/>.</summary>
internal readonly struct AdamaxFormula(long step, double learningRate, double b1, double b2, double eps) : IFormula
{
    private readonly Constant _rate = learningRate / (1 - Math.Pow(b1, step + 1));
    private readonly Constant _b1 = b1;
    private readonly Constant _b2 = b2;
    private readonly Constant _share1 = 1 - b1;
    private readonly Constant _eps = eps;

    public static int SlotCount => 2;

    public bool FlushesSlots => Epsilon.HidesAverage(eps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T firstMoment, ref T largest, ref T slot2)
        where T : struct, IElements<T>
    {
        firstMoment = T.Of(_b1) * firstMoment + T.Of(_share1) * gradient;
        largest = T.Max(T.Of(_b2) * largest, T.Abs(gradient));
        parameter -= T.Of(_rate) * firstMoment / (largest + T.Of(_eps));
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adam that looks ahead as Nesterov's momentum does (Dozat, 2016), as PyTorch has it since its second version. With <c>m</c> and <c>v</c> as in
    /// <see cref="Adam(double, double, double, double)"/>, <c>u(t) = b1 * (1 - 0.96^(t * momentumDecay) / 2)</c> and <c>U(t)</c> the product of
    /// <c>u</c> up to <c>t</c>:
    /// <c>p -= lr * (u(t+1) / (1 - U(t+1)) * m + (1 - u(t)) / (1 - U(t)) * g) / (sqrt(v / (1 - b2^t)) + eps)</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="b1">How much of the average gradient remains after each step.</param>
    /// <param name="b2">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero.</param>
    /// <param name="momentumDecay">How quickly the momentum grows to its final value.</param>
    /// <returns>The optimizer; its states have the slots <c>first_moment</c> and <c>second_moment</c>.</returns>
    public static Optimizer NAdam(double learningRate = 2e-3, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double momentumDecay = 4e-3) =>
        MakeNAdam(learningRate, b1, b2, eps, momentumDecay);

    /// <inheritdoc cref="NAdam(double, double, double, double, double)"/>
    public static Optimizer NAdam(Schedule learningRate, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double momentumDecay = 4e-3) =>
        MakeNAdam(learningRate, b1, b2, eps, momentumDecay);

    private static Optimizer MakeNAdam(Rate learningRate, double b1, double b2, double eps, double momentumDecay)
    {
        ThrowIfNotDecayRate(b1);
        ThrowIfNotDecayRate(b2);
        ThrowIfNegative(eps);
        ThrowIfNegative(momentumDecay);
        return Elementwise<NAdamFormula>(
            learningRate, $"NAdam(learningRate: {learningRate}, b1: {b1}, b2: {b2}, eps: {eps}, momentumDecay: {momentumDecay})",
            (step, rate) => new(step, rate, b1, b2, eps, momentumDecay), "first_moment", "second_moment");
    }
}

/// <summary>See <see cref="Optimizers.NAdam(Schedule, double, double, double, double)"/>.</summary>
internal readonly struct NAdamFormula(long step, double learningRate, double b1, double b2, double eps, double momentumDecay) : IFormula
{
    private readonly Constant _rootScale = 1 / Math.Sqrt(1 - Math.Pow(b2, step + 1));
    private readonly Constant _gradientRate =
        learningRate * (1 - Momentum(step + 1, b1, momentumDecay)) / (1 - Product(step + 1, b1, momentumDecay));

    private readonly Constant _momentRate =
        learningRate * Momentum(step + 2, b1, momentumDecay) / (1 - Product(step + 2, b1, momentumDecay));

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
        var direction = T.Of(_momentRate) * firstMoment + T.Of(_gradientRate) * gradient;
        parameter -= direction / (T.Sqrt(secondMoment) * T.Of(_rootScale) + T.Of(_eps));
    }

    private static double Momentum(long t, double b1, double momentumDecay) => b1 * (1 - (0.5 * Math.Pow(0.96, t * momentumDecay)));

    // Each factor is below b1, so that soon the product is nothing beside 1, from which it is taken.
    private static double Product(long t, double b1, double momentumDecay)
    {
        var product = 1.0;
        for (long i = 1; i <= t && product > 1e-20; i++)
            product *= Momentum(i, b1, momentumDecay);

        return product;
    }
}

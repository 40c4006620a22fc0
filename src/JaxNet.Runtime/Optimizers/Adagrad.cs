using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Adagrad (Duchi et al., 2011), with momentum: <c>s += g²; m = momentum * m + (1 - momentum) * g / sqrt(s); p -= lr * m</c>,
    /// where nothing is divided by a sum of zero.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="momentum">How much of the average step remains after each step.</param>
    /// <returns>The optimizer; its states have the slots <c>squared_gradient_sum</c> and <c>momentum</c>.</returns>
    public static Optimizer Adagrad(double learningRate = 0.001, double momentum = 0.9) =>
        MakeAdagrad(learningRate, momentum);

    /// <inheritdoc cref="Adagrad(double, double)"/>
    public static Optimizer Adagrad(Schedule learningRate, double momentum = 0.9) =>
        MakeAdagrad(learningRate, momentum);

    private static Optimizer MakeAdagrad(Rate learningRate, double momentum)
    {
        ThrowIfNotDecayRate(momentum);
        return Elementwise<AdagradFormula>(
            learningRate, $"Adagrad(learningRate: {learningRate}, momentum: {momentum})",
            (_, rate) => new(rate, momentum), "squared_gradient_sum", "momentum");
    }
}

/// <summary>See <see cref="Optimizers.Adagrad(Schedule, double)"/>.</summary>
internal readonly struct AdagradFormula(double learningRate, double momentum) : IFormula
{
    private readonly Constant _learningRate = learningRate;
    private readonly Constant _momentum = momentum;
    private readonly Constant _share = 1 - momentum;

    public static int SlotCount => 2;

    public bool FlushesSlots => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T squaredSum, ref T average, ref T slot2)
        where T : struct, IElements<T>
    {
        squaredSum += gradient * gradient;
        var divisible = T.IsPositive(squaredSum);
        var scaled = divisible * gradient / T.Sqrt(squaredSum + (T.Of(1) - divisible));
        average = T.Of(_momentum) * average + T.Of(_share) * scaled;
        parameter -= T.Of(_learningRate) * average;
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>RMSProp (Tieleman and Hinton, 2012): <c>s = gamma * s + (1 - gamma) * g²; p -= lr * g / sqrt(s + eps)</c>.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="gamma">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero; it is added before the root is taken.</param>
    /// <returns>The optimizer; its states have the slot <c>mean_squared_gradient</c>.</returns>
    public static Optimizer RmsProp(double learningRate = 0.001, double gamma = 0.9, double eps = 1e-8) =>
        MakeRmsProp(learningRate, gamma, eps);

    /// <inheritdoc cref="RmsProp(double, double, double)"/>
    public static Optimizer RmsProp(Schedule learningRate, double gamma = 0.9, double eps = 1e-8) =>
        MakeRmsProp(learningRate, gamma, eps);

    private static Optimizer MakeRmsProp(Rate learningRate, double gamma, double eps)
    {
        ThrowIfNotDecayRate(gamma);
        ThrowIfNegative(eps);
        return Elementwise<RmsPropFormula>(
            learningRate, $"RmsProp(learningRate: {learningRate}, gamma: {gamma}, eps: {eps})",
            (_, rate) => new(rate, gamma, eps), "mean_squared_gradient");
    }
}

/// <summary>See <see cref="Optimizers.RmsProp(Schedule, double, double)"/>.</summary>
internal readonly struct RmsPropFormula(double learningRate, double gamma, double eps) : IFormula
{
    private readonly Constant _learningRate = learningRate;
    private readonly Constant _gamma = gamma;
    private readonly Constant _share = 1 - gamma;
    private readonly Constant _eps = eps;

    public static int SlotCount => 1;

    public bool FlushesSlots => Epsilon.HidesAverage(eps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T meanSquare, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        meanSquare = T.Of(_gamma) * meanSquare + T.Of(_share) * gradient * gradient;
        parameter -= T.Of(_learningRate) * gradient / T.Sqrt(meanSquare + T.Of(_eps));
    }
}

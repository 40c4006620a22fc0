using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// RMSProp with momentum: <c>s = gamma * s + (1 - gamma) * g²; v = momentum * v + lr * g / sqrt(s + eps); p -= v</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="gamma">How much of the average squared gradient remains after each step.</param>
    /// <param name="eps">Keeps the division from zero; it is added before the root is taken.</param>
    /// <param name="momentum">How much of the velocity remains after each step.</param>
    /// <returns>The optimizer; its states have the slots <c>mean_squared_gradient</c> and <c>velocity</c>.</returns>
    public static Optimizer RmsPropMomentum(double learningRate = 0.001, double gamma = 0.9, double eps = 1e-8, double momentum = 0.9) =>
        MakeRmsPropMomentum(learningRate, gamma, eps, momentum);

    /// <inheritdoc cref="RmsPropMomentum(double, double, double, double)"/>
    public static Optimizer RmsPropMomentum(Schedule learningRate, double gamma = 0.9, double eps = 1e-8, double momentum = 0.9) =>
        MakeRmsPropMomentum(learningRate, gamma, eps, momentum);

    private static Optimizer MakeRmsPropMomentum(Rate learningRate, double gamma, double eps, double momentum)
    {
        ThrowIfNotDecayRate(gamma);
        ThrowIfNegative(eps);
        ThrowIfNegative(momentum);
        return Elementwise<RmsPropMomentumFormula>(
            learningRate, $"RmsPropMomentum(learningRate: {learningRate}, gamma: {gamma}, eps: {eps}, momentum: {momentum})",
            (_, rate) => new(rate, gamma, eps, momentum), "mean_squared_gradient", "velocity");
    }
}

/// <summary>See <see cref="Optimizers.RmsPropMomentum(Schedule, double, double, double)"/>.</summary>
internal readonly struct RmsPropMomentumFormula(double learningRate, double gamma, double eps, double momentum) : IFormula
{
    private readonly Constant _learningRate = learningRate;
    private readonly Constant _gamma = gamma;
    private readonly Constant _share = 1 - gamma;
    private readonly Constant _eps = eps;
    private readonly Constant _momentum = momentum;

    public static int SlotCount => 2;

    public bool FlushesSlots => Epsilon.HidesAverage(eps);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T meanSquare, ref T velocity, ref T slot2)
        where T : struct, IElements<T>
    {
        meanSquare = T.Of(_gamma) * meanSquare + T.Of(_share) * gradient * gradient;
        velocity = T.Of(_momentum) * velocity + T.Of(_learningRate) * gradient / T.Sqrt(meanSquare + T.Of(_eps));
        parameter -= velocity;
    }
}

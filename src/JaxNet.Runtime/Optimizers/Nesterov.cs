using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Momentum that looks ahead (Nesterov, 1983; Sutskever et al., 2013): <c>v = mass * v + g; p -= lr * (mass * v + g)</c>.
    /// </summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="mass">How much of the velocity remains after each step.</param>
    /// <returns>The optimizer; its states have the slot <c>velocity</c>.</returns>
    public static Optimizer Nesterov(double learningRate = 0.01, double mass = 0.9) =>
        MakeNesterov(learningRate, mass);

    /// <inheritdoc cref="Nesterov(double, double)"/>
    public static Optimizer Nesterov(Schedule learningRate, double mass = 0.9) =>
        MakeNesterov(learningRate, mass);

    private static Optimizer MakeNesterov(Rate learningRate, double mass)
    {
        ThrowIfNegative(mass);
        return Elementwise<NesterovFormula>(
            learningRate, $"Nesterov(learningRate: {learningRate}, mass: {mass})",
            (_, rate) => new(rate, mass), "velocity");
    }
}

/// <summary>See <see cref="Optimizers.Nesterov(Schedule, double)"/>.</summary>
internal readonly struct NesterovFormula(Constant learningRate, Constant mass) : IFormula
{
    public static int SlotCount => 1;

    public bool FlushesSlots => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T velocity, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        velocity = T.Of(mass) * velocity + gradient;
        parameter -= T.Of(learningRate) * (T.Of(mass) * velocity + gradient);
    }
}

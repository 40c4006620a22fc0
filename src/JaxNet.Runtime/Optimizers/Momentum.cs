using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>Gradient descent with a heavy ball's inertia: <c>v = mass * v + g; p -= lr * v</c>.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="mass">How much of the velocity remains after each step.</param>
    /// <returns>The optimizer; its states have the slot <c>velocity</c>.</returns>
    public static Optimizer Momentum(double learningRate = 0.01, double mass = 0.9) =>
        MakeMomentum(learningRate, mass);

    /// <inheritdoc cref="Momentum(double, double)"/>
    public static Optimizer Momentum(Schedule learningRate, double mass = 0.9) =>
        MakeMomentum(learningRate, mass);

    private static Optimizer MakeMomentum(Rate learningRate, double mass)
    {
        ThrowIfNegative(mass);
        return Elementwise<MomentumFormula>(
            learningRate, $"Momentum(learningRate: {learningRate}, mass: {mass})",
            (_, rate) => new(rate, mass), "velocity");
    }
}

/// <summary>See <see cref="Optimizers.Momentum(Schedule, double)"/>.</summary>
internal readonly struct MomentumFormula(Constant learningRate, Constant mass) : IFormula
{
    public static int SlotCount => 1;

    public bool FlushesSlots => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T velocity, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        velocity = T.Of(mass) * velocity + gradient;
        parameter -= T.Of(learningRate) * velocity;
    }
}

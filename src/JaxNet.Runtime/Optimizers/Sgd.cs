using System.Runtime.CompilerServices;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>Plain gradient descent: <c>p -= lr * g</c>.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <returns>The optimizer; its states have no slots.</returns>
    public static Optimizer Sgd(double learningRate = 0.01) =>
        MakeSgd(learningRate);

    /// <inheritdoc cref="Sgd(double)"/>
    public static Optimizer Sgd(Schedule learningRate) =>
        MakeSgd(learningRate);

    private static Optimizer MakeSgd(Rate learningRate) =>
        Elementwise<SgdFormula>(
            learningRate, $"Sgd(learningRate: {learningRate})",
            (_, rate) => new(rate));
}

/// <summary>See <see cref="Optimizers.Sgd(Schedule)"/>.</summary>
internal readonly struct SgdFormula(Constant learningRate) : IFormula
{
    public static int SlotCount => 0;

    public bool FlushesSlots => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<T>(ref T parameter, T gradient, ref T slot0, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        parameter -= T.Of(learningRate) * gradient;
    }
}

namespace JaxNet;

/// <summary>See <see cref="Optimizers.Momentum(double, double)"/>.</summary>
internal readonly struct MomentumFormula(double learningRate, double mass) : IFormula
{
    public static int SlotCount => 1;

    public void Update<T>(ref T parameter, T gradient, ref T velocity, ref T slot1, ref T slot2)
        where T : struct, IElements<T>
    {
        velocity = T.Of(mass) * velocity + gradient;
        parameter -= T.Of(learningRate) * velocity;
    }
}

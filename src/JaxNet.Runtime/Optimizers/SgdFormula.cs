namespace JaxNet;

/// <summary>See <see cref="Optimizers.Sgd(double)"/>.</summary>
internal readonly struct SgdFormula(double learningRate) : IFormula
{
    public static int SlotCount => 0;

    public void Update<T>(ref T parameter, T gradient, ref T slot0, ref T slot1, ref T slot2)
        where T : struct, IElements<T> =>
        parameter -= T.Of(learningRate) * gradient;
}

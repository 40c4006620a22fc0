namespace JaxNet;

/// <summary>
/// See <see cref="Optimizers.Adam(double, double, double, double)"/>. The corrections are the same for all elements, so they go
/// into the constants: one division and one root are left for each element.
/// </summary>
internal readonly struct AdamFormula(long step, double learningRate, double b1, double b2, double eps) : IFormula
{
    private readonly double _rate = learningRate / (1 - Math.Pow(b1, step + 1));
    private readonly double _rootScale = 1 / Math.Sqrt(1 - Math.Pow(b2, step + 1));

    public static int SlotCount => 2;

    public void Update<T>(ref T parameter, T gradient, ref T firstMoment, ref T secondMoment, ref T slot2)
        where T : struct, IElements<T>
    {
        firstMoment = T.Of(b1) * firstMoment + T.Of(1 - b1) * gradient;
        secondMoment = T.Of(b2) * secondMoment + T.Of(1 - b2) * gradient * gradient;
        parameter -= T.Of(_rate) * firstMoment / (T.Sqrt(secondMoment) * T.Of(_rootScale) + T.Of(eps));
    }
}

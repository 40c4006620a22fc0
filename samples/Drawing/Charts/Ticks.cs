namespace JaxNet.Samples.Drawing.Charts;

/// <summary>Round numbers along an axis.</summary>
public static class Ticks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten, within a range, about as many as wanted.</summary>
    public static IReadOnlyList<double> Between(double low, double high, int wanted)
    {
        var step = Step(low, high, wanted);
        var ticks = new List<double>();
        // Counted, not added up: 0.1 ten times isn't 1.
        for (var i = (long)Math.Ceiling(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.Add(i * step);
        return ticks;
    }

    /// <summary>The distance of such numbers.</summary>
    public static double Step(double low, double high, int wanted)
    {
        if (!(high > low)) return 1;
        var rough = (high - low) / Math.Max(1, wanted);
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / magnitude) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * magnitude;
    }

    /// <summary>The decimals that numbers with this distance need.</summary>
    public static int Decimals(double step) => Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 9);
}

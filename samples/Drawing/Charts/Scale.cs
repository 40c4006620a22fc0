namespace JaxNet.Samples.Drawing.Charts;

/// <summary>An axis: the range of values that it shows, and its ticks.</summary>
/// <param name="Low">The value at its begin.</param>
/// <param name="High">The value at its end.</param>
/// <param name="Ticks">Where it is marked.</param>
/// <param name="Format">How a mark is written.</param>
public sealed record Scale(double Low, double High, IReadOnlyList<double> Ticks, Func<double, string> Format)
{
    /// <summary>An axis that shows all of the values, and ends at round numbers.</summary>
    public static Scale Around(double low, double high, int wanted, Func<double, int, string> format)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high)) (low, high) = (0, 1);
        if (high <= low) high = low + 1;
        var step = Charts.Ticks.Step(low, high, wanted);
        (low, high) = (Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step);
        var decimals = Charts.Ticks.Decimals(step);
        return new Scale(low, high, Charts.Ticks.Between(low, high, wanted), value => format(value, decimals));
    }

    /// <summary>Where a value lies along the axis, from 0 to 1; values outside of it lie at its ends.</summary>
    public double Position(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}

using System.Globalization;

namespace JaxNet.Samples.Drawing.Charts;

/// <summary>Numbers as they stand in charts.</summary>
public static class Label
{
    /// <summary>With so many decimals.</summary>
    public static string Fixed(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    /// <summary>With four decimals below 1, and fewer above.</summary>
    public static string Significant(double value) => Fixed(value, Math.Abs(value) switch { < 1 => 4, < 10 => 3, < 100 => 2, _ => 1 });
}

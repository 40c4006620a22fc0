namespace JaxNet;

/// <summary>
/// Whether the number that keeps a division from zero hides how small a subnormal average of squares is, by the last digit of single precision, 6e-8 of
/// it. With a smaller number, or none, a gradient of 1e-20 still takes its step.
/// </summary>
internal static class Epsilon
{
    /// <summary>Where it is added to the average, which is 1.2e-38 then.</summary>
    public static bool HidesAverage(double eps) => eps >= 1e-30;

    /// <summary>Where it is added to the average's root, which is 1.1e-19 then, and 30 times as much with Adam's first correction.</summary>
    public static bool HidesRoot(double eps) => eps >= 1e-10;
}

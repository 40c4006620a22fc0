using System.Diagnostics;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>Times of single steps.</summary>
internal static class Timing
{
    /// <summary>Takes steps for some time, at least one.</summary>
    /// <returns>The time of each, in milliseconds.</returns>
    public static double[] Steps(Action step, double seconds)
    {
        var times = new List<double>();
        var begin = Stopwatch.GetTimestamp();
        do
        {
            var start = Stopwatch.GetTimestamp();
            step();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds);
        return [.. times];
    }

    /// <summary>The value in the middle: of a machine that others use too, the mean would tell about them.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

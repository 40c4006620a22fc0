using System.Diagnostics;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>Times of single steps.</summary>
internal static class Timing
{
    /// <summary>Takes steps for some time.</summary>
    /// <param name="step">A step.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="atLeast">How many steps are taken however long they are.</param>
    /// <returns>The time of each, in milliseconds.</returns>
    public static double[] Steps(Action step, double seconds, int atLeast = 1)
    {
        var times = new List<double>();
        var begin = Stopwatch.GetTimestamp();
        do
        {
            var start = Stopwatch.GetTimestamp();
            step();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (times.Count < atLeast || Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds);
        return [.. times];
    }

    /// <summary>The value in the middle: of a machine that others use too, the mean would tell about them.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

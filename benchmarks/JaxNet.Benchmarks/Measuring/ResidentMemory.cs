using System.Globalization;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>How much of the machine's memory the process holds, as Linux counts it.</summary>
internal static class ResidentMemory
{
    /// <summary>Bytes resident now.</summary>
    public static double Now() => Read("VmRSS");

    /// <summary>The most bytes that are resident while three steps are taken.</summary>
    public static double PeakDuring(Action step)
    {
        // 5 makes the peak begin anew.
        File.WriteAllText("/proc/self/clear_refs", "5");
        for (var i = 0; i < 3; i++)
            step();

        return Read("VmHWM");
    }

    private static double Read(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture);
    }
}

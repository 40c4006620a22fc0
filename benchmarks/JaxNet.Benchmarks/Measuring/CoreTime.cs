using System.Globalization;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>What the machine's cores have done since it started, in hundredths of a second of all of them together.</summary>
/// <param name="All">The time that has passed, idle or not.</param>
/// <param name="Stolen">What of it a virtual machine's host gave to others while there was work here.</param>
internal readonly record struct CoreTime(double All, double Stolen)
{
    /// <summary>As Linux counts it: the first line of /proc/stat, whose eighth number is steal (proc(5)). Elsewhere nothing is known, which reads as nothing stolen.</summary>
    public static CoreTime Now()
    {
        if (!File.Exists("/proc/stat"))
            return default;

        // The two numbers behind the eighth are guests' time, which is in the first two already.
        double[] states = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new CoreTime(states.Sum(), states[7]);
    }

    /// <summary>The part of the time since then that was stolen.</summary>
    public double StolenSince(CoreTime begin) => All > begin.All ? (Stolen - begin.Stolen) / (All - begin.All) : 0;
}

using System.Globalization;
using System.Text;
using JaxNet.Samples.Drawing.Png;

namespace JaxNet.Benchmarks.Growth;

/// <summary>Measures all sweeps, and draws them.</summary>
internal static class GrowthReport
{
    public static void Write(string file, double seconds)
    {
        var results = new List<(Sweep, IReadOnlyList<(double Size, double Milliseconds)>)>();
        foreach (var sweep in Sweep.All)
        {
            var points = sweep.Measure(seconds);
            results.Add((sweep, points));
            Console.WriteLine(Line(sweep, points));
        }

        using var stream = File.Create(file);
        PngFile.Write(GrowthPicture.Draw(results), stream);
    }

    private static string Line(Sweep sweep, IReadOnlyList<(double Size, double Milliseconds)> points)
    {
        var text = new StringBuilder(sweep.Title).Append(':');
        foreach (var (size, milliseconds) in points)
            text.Append(CultureInfo.InvariantCulture, $" {size:0} {milliseconds:0.###} ms;");

        return text.ToString();
    }
}

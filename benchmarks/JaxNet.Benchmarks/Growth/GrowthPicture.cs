using System.Globalization;
using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Charts;
using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Benchmarks.Growth;

/// <summary>A chart for each sweep, with logarithmic axes.</summary>
internal static class GrowthPicture
{
    private const int Width = 1400;
    private const int Height = 980;
    private const int Margin = 44;

    public static Canvas Draw(IReadOnlyList<(Sweep Sweep, IReadOnlyList<(double Size, double Milliseconds)> Points)> results)
    {
        var canvas = new Canvas(Width, Height, Theme.Paper);
        canvas.Text("How the time of a step grows", Margin, 62, Theme.Title);
        canvas.Text("Milliseconds; both axes are logarithmic. Optimizers.Momentum, donated steps.", Margin, 92, Theme.Subtitle);
        var (width, height) = ((Width - (3 * Margin)) / 2, (Height - 128 - (2 * Margin)) / 2);
        for (var i = 0; i < results.Count; i++)
        {
            var box = new Box(Margin + (i % 2 * (width + Margin)), 128 + (i / 2 * (height + Margin)), width, height);
            Chart(results[i].Sweep, results[i].Points).Draw(canvas, box);
        }

        return canvas;
    }

    private static LineChart Chart(Sweep sweep, IReadOnlyList<(double Size, double Milliseconds)> points)
    {
        Point[] logarithms = [.. points.Select(point => new Point(Math.Log10(point.Size), Math.Log10(point.Milliseconds)))];
        return new LineChart(
            sweep.Title, sweep.Axis, Powers(logarithms.Select(point => point.X)), Powers(logarithms.Select(point => point.Y)),
            [new Series("JaxNet", Theme.Blue, logarithms, EndLabel: Text(points[^1].Milliseconds) + " ms")]);
    }

    /// <summary>An axis from one power of ten to another.</summary>
    private static Scale Powers(IEnumerable<double> logarithms)
    {
        var all = logarithms.ToArray();
        var (low, high) = ((int)Math.Floor(all.Min() + 1e-9), (int)Math.Ceiling(all.Max() - 1e-9));
        high = Math.Max(high, low + 1);
        return new Scale(low, high, [.. Enumerable.Range(low, high - low + 1).Select(power => (double)power)], power => Text(Math.Pow(10, power)));
    }

    private static string Text(double number) => number switch
    {
        >= 1e6 => (number / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " M",
        >= 1e3 => (number / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        >= 10 => number.ToString("0", CultureInfo.InvariantCulture),
        _ => number.ToString("0.###", CultureInfo.InvariantCulture),
    };
}

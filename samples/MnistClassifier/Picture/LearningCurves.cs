using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Charts;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The charts of a training: loss and accuracy by epoch.</summary>
internal static class LearningCurves
{
    private const int PointsOfStepCurve = 250;

    public static LineChart Loss(IReadOnlyList<EpochResult> epochs)
    {
        // In the middle of the epoch, which is where its steps are.
        Point[] means = [.. epochs.Select(e => new Point(e.Epoch - 0.5, e.Loss))];
        var steps = StepCurve(epochs);
        return new LineChart(
            "Loss",
            "epoch",
            EpochScale(epochs.Count),
            Scale.Around(0, Ceiling(means, steps), 5, (value, decimals) => Fixed(value, decimals)),
            [
                new Series("steps", Theme.Blue.WithOpacity(0.35), steps, Width: 1.5, Dots: false),
                new Series("mean of epoch", Theme.Blue, means, EndLabel: means.Length == 0 ? null : Fixed(means[^1].Y, 4)),
            ]);
    }

    public static LineChart Accuracy(IReadOnlyList<EpochResult> epochs)
    {
        Point[] train = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.TrainAccuracy))];
        Point[] test = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.TestAccuracy))];
        var lowest = train.Concat(test).Select(p => p.Y).DefaultIfEmpty(0).Min();
        return new LineChart(
            "Accuracy",
            "epoch",
            EpochScale(epochs.Count),
            // With nothing but the range that is used, a hundredth of a percent would look like a triumph.
            Scale.Around(Math.Min(lowest, 98), 100, 5, (value, decimals) => Fixed(value, decimals) + "%"),
            [Line("train", Theme.Orange, train), Line("test", Theme.Blue, test)]);
    }

    private static Series Line(string name, Color color, Point[] points) =>
        new(name, color, points, EndLabel: points.Length == 0 ? null : Fixed(points[^1].Y, 2) + "%");

    private static Scale EpochScale(int epochs)
    {
        var step = Math.Max(1, Ticks.Step(0, epochs, 10));
        return new Scale(0, epochs, [.. Ticks.Between(0, epochs, 10).Where(tick => tick % step == 0)], value => Fixed(value, 0));
    }

    // Each point is the mean of some steps, in the middle of them.
    private static Point[] StepCurve(IReadOnlyList<EpochResult> epochs)
    {
        Point[] steps = [.. epochs.SelectMany(e => e.StepLosses.Select((loss, i) => new Point(e.Epoch - 1 + (i + 0.5) / e.StepLosses.Count, loss)))];
        var size = Math.Max(1, (steps.Length + PointsOfStepCurve - 1) / PointsOfStepCurve);
        return [.. steps.Chunk(size).Select(chunk => new Point(chunk.Average(p => p.X), chunk.Average(p => p.Y)))];
    }

    // The first steps are far above all others; were they to fit, the rest would lie on the floor.
    private static double Ceiling(Point[] means, Point[] steps)
    {
        var late = steps.Skip(steps.Length / 50).Select(p => p.Y);
        return means.Select(p => 1.15 * p.Y).Concat(late).Where(double.IsFinite).DefaultIfEmpty(1).Max();
    }

    private static string Fixed(double value, int decimals) => value.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
}

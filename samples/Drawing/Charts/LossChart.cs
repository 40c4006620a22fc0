namespace JaxNet.Samples.Drawing.Charts;

/// <summary>The chart of a loss while a network learns: step by step, and the mean of each epoch.</summary>
public static class LossChart
{
    private const int PointsOfStepCurve = 250;

    /// <summary>The chart of the losses of each epoch's steps.</summary>
    public static LineChart Of(IReadOnlyList<IReadOnlyList<float>> epochs)
    {
        // In the middle of the epoch, which is where its steps are.
        Point[] means = [.. epochs.Select((losses, i) => new Point(i + 0.5, losses.Count == 0 ? double.NaN : losses.Average(loss => (double)loss)))];
        var steps = StepCurve(epochs);
        return new LineChart(
            "Loss",
            "epoch",
            EpochAxis.Of(epochs.Count),
            Scale.Around(0, Ceiling(means, steps), 5, (value, decimals) => Label.Fixed(value, decimals)),
            [
                new Series("steps", Theme.Blue.WithOpacity(0.35), steps, Width: 1.5, Dots: false),
                new Series("mean of epoch", Theme.Blue, means, EndLabel: means.Length == 0 ? null : Label.Significant(means[^1].Y)),
            ]);
    }

    // Each point is the mean of some steps, in the middle of them.
    private static Point[] StepCurve(IReadOnlyList<IReadOnlyList<float>> epochs)
    {
        Point[] steps = [.. epochs.SelectMany((losses, epoch) => losses.Select((loss, i) => new Point(epoch + (i + 0.5) / losses.Count, loss)))];
        var size = Math.Max(1, (steps.Length + PointsOfStepCurve - 1) / PointsOfStepCurve);
        return [.. steps.Chunk(size).Select(chunk => new Point(chunk.Average(p => p.X), chunk.Average(p => p.Y)))];
    }

    // The first steps are far above all others; were they to fit, the rest would lie on the floor.
    private static double Ceiling(Point[] means, Point[] steps)
    {
        var late = steps.Skip(steps.Length / 50).Select(p => p.Y);
        return means.Select(p => 1.15 * p.Y).Concat(late).Where(double.IsFinite).DefaultIfEmpty(1).Max();
    }
}

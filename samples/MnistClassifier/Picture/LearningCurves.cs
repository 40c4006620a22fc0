using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Charts;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The charts of a training: loss and accuracy by epoch.</summary>
internal static class LearningCurves
{
    public static LineChart Loss(IReadOnlyList<EpochResult> epochs) => LossChart.Of([.. epochs.Select(e => e.StepLosses)]);

    public static LineChart Accuracy(IReadOnlyList<EpochResult> epochs)
    {
        Point[] train = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.TrainAccuracy))];
        Point[] test = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.TestAccuracy))];
        var lowest = train.Concat(test).Select(p => p.Y).DefaultIfEmpty(0).Min();
        return new LineChart(
            "Accuracy",
            "epoch",
            EpochAxis.Of(epochs.Count),
            // With nothing but the range that is used, a hundredth of a percent would look like a triumph.
            Scale.Around(Math.Min(lowest, 98), 100, 5, (value, decimals) => Label.Fixed(value, decimals) + "%"),
            [Line("train", Theme.Orange, train), Line("test", Theme.Blue, test)]);
    }

    private static Series Line(string name, Color color, Point[] points) =>
        new(name, color, points, EndLabel: points.Length == 0 ? null : Label.Fixed(points[^1].Y, 2) + "%");
}

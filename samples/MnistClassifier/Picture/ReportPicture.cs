using JaxNet.Samples.Datasets;
using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The picture at the end: what the network sees in test images, where it errs, and how it came to that.</summary>
public static class ReportPicture
{
    private const int Width = 1560;
    private const int Height = 916;
    private const int Margin = 44;
    private const int Columns = 8;
    private const int ImageScale = 3;
    private const int FirstRows = 3;
    private const int MistakeRows = 2;

    private static readonly ImageGrid Grid = new(Columns, ImageScale, CellWidth: 103);

    /// <summary>Draws a report.</summary>
    public static Canvas Draw(TrainingReport report)
    {
        var canvas = new Canvas(Width, Height, Theme.Paper);
        DrawHeader(canvas, report);
        DrawImages(canvas, report, top: 128);
        var right = new Box(920, 128, Width - 920 - Margin, Height - 128 - Margin);
        LearningCurves.Loss(report.Epochs).Draw(canvas, right with { Height = right.Height / 2 - 20 });
        LearningCurves.Accuracy(report.Epochs).Draw(canvas, right with { Top = right.Top + right.Height / 2 + 20, Height = right.Height / 2 - 20 });
        return canvas;
    }

    private static void DrawHeader(Canvas canvas, TrainingReport report)
    {
        var (options, data) = (report.Options, report.Data);
        var network = options.Model switch
        {
            ModelKind.Conv => "convolutional network",
            ModelKind.Transformer => "Transformer",
            var kind => $"{kind.ToString().ToLowerInvariant()} network",
        };
        canvas.Text(
            FormattableString.Invariant($"{data.Title}, {network}: {report.TestAccuracy:0.00%} test accuracy"),
            Margin, 62, Theme.Title);
        canvas.Text(
            FormattableString.Invariant($"{report.Epochs.Count} {Plural(report.Epochs.Count, "epoch")} of {data.Train.Count:N0} training images{(data.IsSubset ? " (a small subset)" : "")}, {options.Optimizer.ToString().ToLowerInvariant()}, learning rate {options.LearningRate}, batches of {options.BatchSize}, seed {options.Seed}"),
            Margin, 92, Theme.Subtitle);
    }

    private static void DrawImages(Canvas canvas, TrainingReport report, int top)
    {
        var test = report.Data.Test;
        var first = Enumerable.Range(0, Math.Min(test.Count, Columns * FirstRows));
        canvas.Text("The first test images, and what the network sees in them", Margin, top + Theme.Heading.Size, Theme.Heading);
        Grid.Draw(canvas, Margin, top + 34, [.. first.Select(i => Caption(report, i))]);

        top += 34 + FirstRows * Grid.RowHeight(test.Height) + 12;
        var mistakes = report.Mistakes;
        var heading = mistakes.Count switch
        {
            0 => "Not one mistake in all of the test images",
            <= Columns * MistakeRows => $"All mistakes among {test.Count:N0} test images",
            _ => $"The first {Columns * MistakeRows} of {mistakes.Count:N0} mistakes among {test.Count:N0} test images",
        };
        canvas.Text(heading, Margin, top + Theme.Heading.Size, Theme.Heading);
        Grid.Draw(canvas, Margin, top + 34, [.. mistakes.Take(Columns * MistakeRows).Select(i => Caption(report, i))]);
    }

    private static Captioned Caption(TrainingReport report, int index)
    {
        var (test, names) = (report.Data.Test, report.Data.ClassNames);
        var (seen, real) = (report.Predictions[index], test.Labels[index]);
        var pixels = test.Pixels(index).ToArray();
        return seen == real
            ? new Captioned(pixels, test.Width, names[seen])
            : new Captioned(pixels, test.Width, names[seen], $"is {names[real]}", Theme.Red);
    }

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}

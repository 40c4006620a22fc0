using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Charts;
using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.Ocr;

/// <summary>The picture at the end: test sequences, what both networks read in them, and the errors by epoch.</summary>
public static class ReportPicture
{
    private const int Width = 1560;
    private const int Height = 980;
    private const int Margin = 44;
    private const int Top = 128;
    private const int Rows = 10;
    private const int RowHeight = 78;
    private const int Scale = 3;
    private const int ImagesWidth = 900;

    /// <summary>Draws a report.</summary>
    public static Canvas Draw(
        Options options, int trainCount, Sequences test, IReadOnlyList<EpochResult> epochs, (byte[] Recurrent, byte[] Independent) read)
    {
        var canvas = new Canvas(Width, Height, Theme.Paper);
        var last = epochs[^1];
        canvas.Text(
            FormattableString.Invariant($"Handwriting: {last.RecurrentError:0.0%} read wrong with a memory, {last.IndependentError:0.0%} without"), Margin, 62, Theme.Title);
        canvas.Text(
            FormattableString.Invariant($"{epochs.Count} {(epochs.Count == 1 ? "epoch" : "epochs")} of {trainCount:N0} training sequences, three GRUs beside a dense network, rmsprop, learning rate {options.LearningRate}, batches of {options.BatchSize}, seed {options.Seed}"),
            Margin, 92, Theme.Subtitle);

        canvas.Text("Test sequences: upper line with, lower line without a memory; mistakes in red", Margin, Top + Theme.Heading.Size, Theme.Heading);
        for (var row = 0; row < Math.Min(Rows, test.Count); row++) DrawSequence(canvas, test, row, Top + 34 + row * RowHeight, read);

        ErrorChart(epochs).Draw(canvas, new Box(Margin + ImagesWidth + 40, Top, Width - 2 * Margin - ImagesWidth - 40, 480));
        return canvas;
    }

    private static void DrawSequence(Canvas canvas, Sequences test, int sequence, int top, (byte[] Recurrent, byte[] Independent) read)
    {
        var cell = Math.Min(ImagesWidth / test.Steps, test.Width * Scale + 12);
        for (var step = 0; step < test.Steps; step++)
        {
            if (test.Label(sequence, step) is var label && label == Sequences.None) break;
            var left = Margin + step * cell;
            canvas.Image(left, top, test.Image(sequence, step), test.Width, Scale, Theme.Night, Theme.Paper);
            var (place, middle, below) = (sequence * test.Steps + step, left + test.Width * Scale / 2.0, top + test.Height * Scale);
            Write(read.Recurrent[place], below + 13);
            Write(read.Independent[place], below + 26);

            void Write(byte seen, double baseline) => canvas.Text(
                test.ClassNames[seen], middle, baseline, new TextStyle(10, seen == label ? Theme.Muted : Theme.Red, Bold: seen != label), Align.Center);
        }
    }

    private static LineChart ErrorChart(IReadOnlyList<EpochResult> epochs)
    {
        Point[] recurrent = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.RecurrentError))];
        Point[] independent = [.. epochs.Select(e => new Point(e.Epoch, 100 * e.IndependentError))];
        return new LineChart(
            "Test error",
            "epoch",
            EpochAxis.Of(epochs.Count),
            Drawing.Charts.Scale.Around(0, recurrent.Concat(independent).Max(p => p.Y), 5, (value, decimals) => Label.Fixed(value, decimals) + "%"),
            [
                new Series("by itself", Theme.Orange, independent, EndLabel: Label.Fixed(independent[^1].Y, 1) + "%"),
                new Series("with a memory", Theme.Blue, recurrent, EndLabel: Label.Fixed(recurrent[^1].Y, 1) + "%"),
            ]);
    }
}

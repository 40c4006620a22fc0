using JaxNet.Samples.Datasets;
using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Charts;
using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.MnistVae;

/// <summary>The picture at the end: digits that nobody has written, test images as the network remembers them, and how it learned.</summary>
public static class ReportPicture
{
    private const int Width = 1560;
    private const int Height = 980;
    private const int Margin = 44;
    private const int Top = 128;
    private const int Columns = 10;
    private const int ImageScale = 2;
    private const int Cell = 62;

    /// <summary>Draws a report.</summary>
    public static Canvas Draw(Options options, ImageDataset data, IReadOnlyList<EpochResult> epochs, Drawings drawings)
    {
        var canvas = new Canvas(Width, Height, Theme.Paper);
        canvas.Text(
            FormattableString.Invariant($"{data.Title}, variational autoencoder: test elbo {epochs[^1].TestElbo:0.00} nats"), Margin, 62, Theme.Title);
        canvas.Text(
            FormattableString.Invariant($"{epochs.Count} {(epochs.Count == 1 ? "epoch" : "epochs")} of {data.Train.Count:N0} binarised training images{(data.IsSubset ? " (a small subset)" : "")}, {Networks.Vae.Latents} latents, adam, learning rate {options.LearningRate}, batches of {options.BatchSize}, seed {options.Seed}"),
            Margin, 92, Theme.Subtitle);

        canvas.Text("Digits that nobody has written", Margin, Top + Theme.Heading.Size, Theme.Heading);
        DrawGrid(canvas, Margin, Top + 34, drawings.Samples, rowHeight: Cell);

        var left = Margin + Columns * Cell + 56;
        canvas.Text("Test images, and below each what the network remembers of it", left, Top + Theme.Heading.Size, Theme.Heading);
        DrawGrid(canvas, left, Top + 34, drawings.Originals, rowHeight: 2 * Cell + 14);
        DrawGrid(canvas, left, Top + 34 + Cell, drawings.Reconstructions, rowHeight: 2 * Cell + 14);

        var chart = new Box(left, Top + 34 + 2 * (2 * Cell + 14) + 36, Width - left - Margin, Height - Margin - Top - 34 - 2 * (2 * Cell + 14) - 36);
        ElboChart(epochs).Draw(canvas, chart);
        return canvas;
    }

    private static void DrawGrid(Canvas canvas, int left, int top, IReadOnlyList<byte[]> images, int rowHeight)
    {
        for (var i = 0; i < images.Count; i++)
            canvas.Image(left + i % Columns * Cell, top + i / Columns * rowHeight, images[i], 28, ImageScale, Theme.Night, Theme.Paper);
    }

    private static LineChart ElboChart(IReadOnlyList<EpochResult> epochs)
    {
        // The mean of an epoch's steps belongs to its middle.
        Point[] train = [.. epochs.Select(e => new Point(e.Epoch - 0.5, e.TrainElbo))];
        Point[] test = [.. epochs.Select(e => new Point(e.Epoch, e.TestElbo))];
        double[] values = [.. train.Concat(test).Select(p => p.Y).Where(double.IsFinite).DefaultIfEmpty(-1)];
        return new LineChart(
            "Evidence lower bound, nats",
            "epoch",
            EpochAxis.Of(epochs.Count),
            Scale.Around(values.Min(), values.Max(), 5, (value, decimals) => Label.Fixed(value, decimals)),
            [
                new Series("train", Theme.Orange, train, EndLabel: Label.Fixed(train[^1].Y, 1)),
                new Series("test", Theme.Blue, test, EndLabel: Label.Fixed(test[^1].Y, 1)),
            ]);
    }
}

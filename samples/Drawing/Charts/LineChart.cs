using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.Drawing.Charts;

/// <summary>A chart of lines, with axes, ticks and a legend.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="XTitle">What its horizontal axis shows.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record LineChart(string Title, string XTitle, Scale X, Scale Y, IReadOnlyList<Series> Series)
{
    private static readonly TextStyle TickStyle = new(10, Theme.Muted);
    private static readonly TextStyle LegendStyle = new(11, Theme.Ink);

    /// <summary>Draws it into a rectangle.</summary>
    public void Draw(Canvas canvas, Box box)
    {
        canvas.Text(Title, box.Left, box.Top + Theme.Heading.Size, Theme.Heading);
        DrawLegend(canvas, box.Right, box.Top + Theme.Heading.Size);

        var plot = box.Inset(left: 52, top: 44, right: EndLabelWidth(), bottom: 48);
        DrawGrid(canvas, plot);
        foreach (var series in Series) DrawSeries(canvas, plot, series);
        DrawEndLabels(canvas, plot);
        canvas.Text(XTitle, plot.Center.X, box.Bottom - 3, TickStyle, Align.Center);
    }

    private void DrawGrid(Canvas canvas, Box plot)
    {
        foreach (var value in Y.Ticks)
        {
            var y = Math.Round(plot.Bottom - Y.Position(value) * plot.Height);
            canvas.Fill(new Box(plot.Left, y, plot.Width, 1), value == Y.Low ? Theme.Axis : Theme.Grid);
            canvas.Text(Y.Format(value), plot.Left - 12, y + 5, TickStyle, Align.Right);
        }

        foreach (var value in X.Ticks)
        {
            var x = Math.Round(plot.Left + X.Position(value) * plot.Width);
            canvas.Fill(new Box(x, plot.Bottom + 1, 1, 5), Theme.Axis);
            canvas.Text(X.Format(value), x + 0.5, plot.Bottom + 21, TickStyle, Align.Center);
        }

        canvas.Fill(new Box(plot.Left, Math.Round(plot.Bottom), plot.Width, 1), Theme.Axis);
    }

    private void DrawSeries(Canvas canvas, Box plot, Series series)
    {
        Point[] points = [.. series.Points.Where(p => double.IsFinite(p.Y)).Select(p => Place(plot, p))];
        canvas.Polyline(points, series.Width, series.Color);
        if (!series.Dots) return;
        foreach (var point in points)
        {
            canvas.Disc(point, series.Width + 2.5, Theme.Paper);
            canvas.Disc(point, series.Width + 1, series.Color);
        }
    }

    // Lines often end close together; their labels are moved apart then, in the order of the lines.
    private void DrawEndLabels(Canvas canvas, Box plot)
    {
        var lines = Series.Where(s => s.EndLabel is not null && s.Points.Count > 0 && double.IsFinite(s.Points[^1].Y))
            .Select(s => (Series: s, End: Place(plot, s.Points[^1]))).OrderBy(line => line.End.Y).ToArray();
        var distance = TickStyle.Size + 9;
        var free = double.NegativeInfinity;
        var places = new double[lines.Length];
        for (var i = 0; i < lines.Length; i++) free = (places[i] = Math.Max(lines[i].End.Y, free)) + distance;
        var excess = lines.Length == 0 ? 0 : Math.Max(0, (places[^1] - lines[^1].End.Y) / 2);
        for (var i = 0; i < lines.Length; i++)
        {
            var y = Math.Min(places[i] - (lines.Length > 1 ? excess : 0), plot.Bottom);
            canvas.Text(lines[i].Series.EndLabel!, plot.Right + 14, y + TickStyle.Size / 2, EndLabelStyle(lines[i].Series));
        }
    }

    private static TextStyle EndLabelStyle(Series series) => new(TickStyle.Size, series.Color, Bold: true);

    // At least as much as usual labels need, so that charts one above the other end at the same place.
    private double EndLabelWidth() =>
        Series.Where(s => s.EndLabel is not null).Select(s => Writing.Width(s.EndLabel!, EndLabelStyle(s)) + 20).Prepend(80).Max();

    private void DrawLegend(Canvas canvas, double right, double baseline)
    {
        foreach (var series in Series.Reverse())
        {
            right -= Writing.Width(series.Name, LegendStyle);
            canvas.Text(series.Name, right, baseline, LegendStyle);
            var middle = baseline - LegendStyle.Size / 2;
            canvas.Line(new Point(right - 32, middle), new Point(right - 12, middle), series.Width, series.Color);
            if (series.Dots) canvas.Disc(new Point(right - 22, middle), series.Width + 1.5, series.Color);
            right -= 54;
        }
    }

    private Point Place(Box plot, Point value) =>
        new(plot.Left + X.Position(value.X) * plot.Width, plot.Bottom - Y.Position(value.Y) * plot.Height);
}

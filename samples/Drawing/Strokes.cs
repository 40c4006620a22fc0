namespace JaxNet.Samples.Drawing;

/// <summary>Lines of any width, with smooth edges and round ends.</summary>
public static class Strokes
{
    /// <summary>Draws segments as one shape: where they meet or cross, nothing is painted twice.</summary>
    public static void Stroke(this Canvas canvas, ReadOnlySpan<Segment> segments, double width, Color color)
    {
        if (segments.IsEmpty) return;
        var box = PixelBox.Around(segments, width, canvas);
        if (box.IsEmpty) return;

        var covered = new float[box.Width * box.Height];
        foreach (var segment in segments) Cover(covered, box, segment, width * segment.Weight / 2);
        for (var y = box.Top; y < box.Bottom; y++)
        for (var x = box.Left; x < box.Right; x++)
        {
            var coverage = covered[(y - box.Top) * box.Width + x - box.Left];
            if (coverage > 0) canvas.Blend(x, y, color, coverage);
        }
    }

    /// <summary>Draws a line through points.</summary>
    public static void Polyline(this Canvas canvas, ReadOnlySpan<Point> points, double width, Color color)
    {
        if (points.Length < 2) return;
        var segments = new Segment[points.Length - 1];
        for (var i = 0; i < segments.Length; i++) segments[i] = new Segment(points[i], points[i + 1]);
        canvas.Stroke(segments, width, color);
    }

    /// <summary>Draws a straight line.</summary>
    public static void Line(this Canvas canvas, Point from, Point to, double width, Color color) =>
        canvas.Stroke([new Segment(from, to)], width, color);

    /// <summary>Draws a disc.</summary>
    public static void Disc(this Canvas canvas, Point center, double radius, Color color) =>
        canvas.Stroke([new Segment(center, center)], 2 * radius, color);

    // A pixel is covered by as much of it as lies within the radius: for a straight edge, that is the distance of its centre.
    private static void Cover(float[] covered, PixelBox box, Segment segment, double radius)
    {
        var part = PixelBox.Around(segment, radius).Within(box);
        for (var y = part.Top; y < part.Bottom; y++)
        for (var x = part.Left; x < part.Right; x++)
        {
            var coverage = (float)Math.Clamp(radius + 0.5 - segment.DistanceTo(x + 0.5, y + 0.5), 0, Math.Min(1, 2 * radius));
            ref var cell = ref covered[(y - box.Top) * box.Width + x - box.Left];
            cell = Math.Max(cell, coverage);
        }
    }
}

namespace JaxNet.Samples.Drawing;

/// <summary>Rectangles with square or round corners.</summary>
public static class Rectangles
{
    /// <summary>Fills a rectangle.</summary>
    public static void Fill(this Canvas canvas, Box box, Color color, double radius = 0) =>
        Paint(canvas, box, 0, color, (x, y) => 0.5 - Distance(box, radius, x, y));

    /// <summary>Draws a frame, with its line around the outside of the rectangle.</summary>
    public static void Frame(this Canvas canvas, Box box, double width, Color color, double radius = 0) =>
        Paint(canvas, box, width, color, (x, y) => width / 2 + 0.5 - Math.Abs(Distance(box, radius, x, y) - width / 2));

    private static void Paint(Canvas canvas, Box box, double margin, Color color, Func<double, double, double> coverage)
    {
        var (left, top) = ((int)Math.Floor(box.Left - margin) - 1, (int)Math.Floor(box.Top - margin) - 1);
        var (right, bottom) = ((int)Math.Ceiling(box.Right + margin) + 1, (int)Math.Ceiling(box.Bottom + margin) + 1);
        for (var y = Math.Max(0, top); y < Math.Min(canvas.Height, bottom); y++)
        for (var x = Math.Max(0, left); x < Math.Min(canvas.Width, right); x++)
        {
            var covered = Math.Min(1, coverage(x + 0.5, y + 0.5));
            if (covered > 0) canvas.Blend(x, y, color, covered);
        }
    }

    // How far outside of the rectangle a place is; negative inside.
    private static double Distance(Box box, double radius, double x, double y)
    {
        var dx = Math.Abs(x - box.Center.X) - box.Width / 2 + radius;
        var dy = Math.Abs(y - box.Center.Y) - box.Height / 2 + radius;
        var outside = Math.Sqrt(Math.Pow(Math.Max(dx, 0), 2) + Math.Pow(Math.Max(dy, 0), 2));
        return outside + Math.Min(Math.Max(dx, dy), 0) - radius;
    }
}

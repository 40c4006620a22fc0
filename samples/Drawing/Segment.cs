namespace JaxNet.Samples.Drawing;

/// <summary>A straight piece of a stroke. Where it is drawn thicker or thinner than the rest, <paramref name="Weight"/> isn't 1.</summary>
public readonly record struct Segment(Point From, Point To, double Weight = 1)
{
    /// <summary>How far a place is from the nearest place on the segment.</summary>
    public double DistanceTo(double x, double y)
    {
        var (dx, dy) = (To.X - From.X, To.Y - From.Y);
        var (px, py) = (x - From.X, y - From.Y);
        var length = dx * dx + dy * dy;
        var t = length == 0 ? 0 : Math.Clamp((px * dx + py * dy) / length, 0, 1);
        return Math.Sqrt(Square(px - t * dx) + Square(py - t * dy));
    }

    private static double Square(double value) => value * value;
}

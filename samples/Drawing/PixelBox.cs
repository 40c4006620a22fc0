namespace JaxNet.Samples.Drawing;

/// <summary>The pixels that a shape can touch, so that no others are looked at.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Width <= 0 || Height <= 0;

    public static PixelBox Around(Segment segment, double radius)
    {
        var reach = radius + 1;
        return new PixelBox(
            Pixel(Math.Min(segment.From.X, segment.To.X) - reach),
            Pixel(Math.Min(segment.From.Y, segment.To.Y) - reach),
            Pixel(Math.Max(segment.From.X, segment.To.X) + reach) + 1,
            Pixel(Math.Max(segment.From.Y, segment.To.Y) + reach) + 1);
    }

    public static PixelBox Around(ReadOnlySpan<Segment> segments, double width, Canvas canvas)
    {
        var box = Around(segments[0], width * segments[0].Weight / 2);
        foreach (var segment in segments[1..]) box = box.With(Around(segment, width * segment.Weight / 2));
        return box.Within(new PixelBox(0, 0, canvas.Width, canvas.Height));
    }

    public PixelBox Within(PixelBox other) =>
        new(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    private PixelBox With(PixelBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    // Far outside of any canvas, all places are alike; and what isn't a number is nowhere.
    private static int Pixel(double value) => (int)Math.Floor(Math.Clamp(double.IsNaN(value) ? -1e6 : value, -1e6, 1e6));
}

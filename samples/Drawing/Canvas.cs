namespace JaxNet.Samples.Drawing;

/// <summary>A picture in memory: opaque pixels, onto which everything is drawn in turn.</summary>
public sealed class Canvas
{
    private readonly byte[] pixels;

    /// <summary>A canvas of one colour.</summary>
    public Canvas(int width, int height, Color background)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height, pixels) = (width, height, new byte[checked(3 * width * height)]);
        for (var i = 0; i < pixels.Length; i += 3)
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (background.Red, background.Green, background.Blue);
    }

    /// <summary>Columns of pixels.</summary>
    public int Width { get; }

    /// <summary>Rows of pixels.</summary>
    public int Height { get; }

    /// <summary>One row of pixels: red, green and blue, from the left to the right.</summary>
    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(3 * Width * y, 3 * Width);

    /// <summary>The colour of a pixel.</summary>
    public Color this[int x, int y]
    {
        get
        {
            var row = Row(y);
            return new Color(row[3 * x], row[3 * x + 1], row[3 * x + 2]);
        }
    }

    /// <summary>Lays a colour over the part of a pixel that a shape covers; outside of the canvas, nothing happens.</summary>
    public void Blend(int x, int y, Color color, double coverage = 1)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height) return;
        var weight = Math.Clamp(coverage * color.Opacity, 0, 1);
        var pixel = pixels.AsSpan(3 * (y * Width + x), 3);
        pixel[0] = Mix(pixel[0], color.Red, weight);
        pixel[1] = Mix(pixel[1], color.Green, weight);
        pixel[2] = Mix(pixel[2], color.Blue, weight);
    }

    private static byte Mix(byte below, byte above, double weight) => (byte)Math.Round(below + (above - below) * weight);
}

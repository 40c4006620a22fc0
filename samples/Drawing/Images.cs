namespace JaxNet.Samples.Drawing;

/// <summary>Small grey images, magnified.</summary>
public static class Images
{
    /// <summary>Draws an image with each of its pixels as a square.</summary>
    /// <param name="canvas">What to draw on.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="top">The upper edge.</param>
    /// <param name="pixels">The image, row by row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="scale">The side of a square.</param>
    /// <param name="dark">The colour of 0.</param>
    /// <param name="bright">The colour of 255.</param>
    public static void Image(this Canvas canvas, int left, int top, ReadOnlySpan<byte> pixels, int width, int scale, Color dark, Color bright)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var color = dark.Towards(bright, pixels[i] / 255.0);
            for (var y = 0; y < scale; y++)
            for (var x = 0; x < scale; x++)
                canvas.Blend(left + i % width * scale + x, top + i / width * scale + y, color);
        }
    }
}

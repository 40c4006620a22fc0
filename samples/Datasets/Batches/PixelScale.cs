namespace JaxNet.Samples.Datasets;

/// <summary>Pixels as the numbers that networks take.</summary>
public static class PixelScale
{
    private static readonly float[] Unit = [.. Enumerable.Range(0, 256).Select(value => value / 255f)];

    /// <summary>Copies pixels from 0 to 255 as numbers from 0 to 1.</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="target">As long as they are.</param>
    public static void ToUnit(ReadOnlySpan<byte> pixels, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++) target[i] = Unit[pixels[i]];
    }
}

namespace JaxNet.Samples.Drawing.Text;

/// <summary>How a text looks.</summary>
/// <param name="Size">The height of a capital letter, in pixels.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Bold">Whether the pen is broad.</param>
public readonly record struct TextStyle(double Size, Color Color, bool Bold = false)
{
    internal double Scale => Size / 20;

    internal double StrokeWidth => Math.Max(1.15, Size * (Bold ? 0.165 : 0.108));

    // Broad and small letters need more air.
    internal double Gap => 4.4 * Scale + StrokeWidth * 0.75;

    internal double Space => 4.2 * Scale;
}

namespace JaxNet.Samples.Drawing.Text;

/// <summary>Text on a canvas.</summary>
public static class Writing
{
    /// <summary>Writes a line of text.</summary>
    /// <param name="canvas">What to write on.</param>
    /// <param name="text">The text.</param>
    /// <param name="x">Where its begin, middle or end stands.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="align">Which part of it stands at <paramref name="x"/>.</param>
    /// <returns>Where it ends.</returns>
    public static double Text(this Canvas canvas, string text, double x, double baseline, TextStyle style, Align align = Align.Left)
    {
        var width = Width(text, style);
        var left = align switch { Align.Left => x, Align.Center => x - width / 2, _ => x - width };
        foreach (var character in text)
        {
            if (character != ' ') Write(canvas, Alphabet.For(character), left, baseline, style);
            left += Advance(character, style);
        }

        return left - style.Gap;
    }

    /// <summary>Writes a line of text upwards, with its middle at <paramref name="middle"/>.</summary>
    public static void TextUpwards(this Canvas canvas, string text, double baseline, double middle, TextStyle style)
    {
        var along = -Width(text, style) / 2;
        foreach (var character in text)
        {
            var start = along;
            if (character != ' ')
                canvas.Stroke(Place(Alphabet.For(character), style, p => new Point(baseline + p.Y, middle - start - p.X)), style.StrokeWidth, style.Color);
            along += Advance(character, style);
        }
    }

    /// <summary>How wide a text is.</summary>
    public static double Width(string text, TextStyle style) =>
        text.Length == 0 ? 0 : text.Sum(character => Advance(character, style)) - style.Gap;

    private static double Advance(char character, TextStyle style) =>
        character == ' ' ? style.Space + style.Gap : Alphabet.For(character).Width * style.Scale + style.Gap;

    private static void Write(Canvas canvas, Glyph glyph, double left, double baseline, TextStyle style) =>
        canvas.Stroke(Place(glyph, style, p => new Point(left + p.X, baseline + p.Y)), style.StrokeWidth, style.Color);

    // From units, of which the base line is the twentieth, to pixels.
    private static Segment[] Place(Glyph glyph, TextStyle style, Func<Point, Point> place)
    {
        Point Convert(Point p) => place(new Point(p.X * style.Scale, (p.Y - 20) * style.Scale));
        return [.. glyph.Segments.Select(s => s with { From = Convert(s.From), To = Convert(s.To) })];
    }
}

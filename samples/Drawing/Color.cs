using System.Globalization;

namespace JaxNet.Samples.Drawing;

/// <summary>A colour, with an opacity from 0 to 1.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    /// <summary>A colour as in "#1f2933".</summary>
    public static Color Parse(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Color((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The same colour, as a veil.</summary>
    public Color WithOpacity(double opacity) => this with { Opacity = opacity };

    /// <summary>The colour between this one, at 0, and another, at 1.</summary>
    public Color Towards(Color other, double t) => new(
        Between(Red, other.Red, t), Between(Green, other.Green, t), Between(Blue, other.Blue, t), Opacity + (other.Opacity - Opacity) * t);

    private static byte Between(byte from, byte to, double t) => (byte)Math.Round(from + (to - from) * t);
}

namespace JaxNet.Samples.Drawing;

/// <summary>A rectangle on a canvas.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => Left + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>The middle.</summary>
    public Point Center => new(Left + Width / 2, Top + Height / 2);

    /// <summary>The rectangle within this one that leaves a margin on each side.</summary>
    public Box Inset(double left, double top, double right, double bottom) =>
        new(Left + left, Top + top, Width - left - right, Height - top - bottom);
}

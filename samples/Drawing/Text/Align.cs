namespace JaxNet.Samples.Drawing.Text;

/// <summary>Which part of a text stands at the place that is given.</summary>
public enum Align
{
    /// <summary>Its begin.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Center,

    /// <summary>Its end.</summary>
    Right,
}

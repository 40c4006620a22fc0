namespace JaxNet;

/// <summary>
/// A number that is the same for all elements, in both precisions: to convert it for each eight of them took Adam's pass longer than to read their gradients.
/// </summary>
internal readonly struct Constant(double value)
{
    private readonly float _single = (float)value;

    /// <summary>In double precision.</summary>
    public double Double => value;

    /// <summary>In single precision.</summary>
    public float Single => _single;

    public static implicit operator Constant(double value) => new(value);
}

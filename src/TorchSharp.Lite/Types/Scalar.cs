using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// A number that goes with a tensor into an operator. As in libtorch there are four kinds, whatever the type it was
/// made from: integers, doubles, truth values and complex numbers.
/// </summary>
public sealed class Scalar : IDisposable
{
    private readonly double imaginary;

    private Scalar(Tag kind, long bits, double imaginary = 0)
    {
        Kind = kind;
        Bits = bits;
        this.imaginary = imaginary;
    }

    internal Tag Kind { get; }

    internal long Bits { get; }

    internal double DoubleValue => Kind is Tag.Double or Tag.Complex ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long LongValue => Kind is Tag.Double or Tag.Complex ? (long)DoubleValue : Bits;

    internal Complex ComplexValue => new(DoubleValue, imaginary);

    internal static Scalar Of(long value) => new(Tag.Int, value);

    internal static Scalar Of(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    internal static Scalar Of(bool value) => new(Tag.Bool, value ? 1 : 0);

    internal static Scalar Of(Complex value) => new(Tag.Complex, BitConverter.DoubleToInt64Bits(value.Real), value.Imaginary);

    public torch.ScalarType Type => Kind switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Double => torch.ScalarType.Float64,
        Tag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.ComplexFloat64,
    };

    /// <summary>TorchSharp's scalars own native memory. These don't, so there is nothing to release.</summary>
    public void Dispose()
    {
    }

    public static implicit operator Scalar(byte value) => Of((long)value);
    public static implicit operator Scalar(sbyte value) => Of((long)value);
    public static implicit operator Scalar(short value) => Of((long)value);
    public static implicit operator Scalar(int value) => Of((long)value);
    public static implicit operator Scalar(long value) => Of(value);
    public static implicit operator Scalar(float value) => Of((double)value);
    public static implicit operator Scalar(double value) => Of(value);
    public static implicit operator Scalar(bool value) => Of(value);
    public static implicit operator Scalar((float, float) value) => Of(new Complex(value.Item1, value.Item2));
    public static implicit operator Scalar(Complex value) => Of(value);
}

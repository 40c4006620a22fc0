using System.Numerics;

namespace TorchSharp;

/// <summary>Numbers to scalars, and back.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;
    public static Scalar ToScalar(this sbyte value) => value;
    public static Scalar ToScalar(this short value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this bool value) => value;
    public static Scalar ToScalar(this (float, float) value) => value;
    public static Scalar ToScalar(this Complex value) => value;

    public static float ToSingle(this Scalar value) => (float)value.DoubleValue;
    public static double ToDouble(this Scalar value) => value.DoubleValue;
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.LongValue;
    public static byte ToByte(this Scalar value) => (byte)value.LongValue;
    public static short ToInt16(this Scalar value) => (short)value.LongValue;
    public static int ToInt32(this Scalar value) => (int)value.LongValue;
    public static long ToInt64(this Scalar value) => value.LongValue;
    public static bool ToBoolean(this Scalar value) => value.DoubleValue != 0;
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.ComplexValue.Real, (float)value.ComplexValue.Imaginary);
    public static Complex ToComplexFloat64(this Scalar value) => value.ComplexValue;
}

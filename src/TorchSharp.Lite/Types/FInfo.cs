namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a type of floating point numbers.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double tiny;
    }

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Limits(16, 10, (double)Half.MaxValue, 14),
        ScalarType.BFloat16 => Limits(16, 7, 3.3895313892515355e+38, 126),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 23, float.MaxValue, 126),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 52, double.MaxValue, 1022),
        _ => throw new ArgumentException("'dtype' must be floating point or complex"),
    };

    private static FInfo Limits(int bits, int fraction, double max, int exponent) =>
        new() { bits = bits, eps = Math.ScaleB(1, -fraction), max = max, min = -max, tiny = Math.ScaleB(1, -exponent) };
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>
/// The numbers next to zero, which have fewer digits than others. A processor takes over a hundred cycles for an operation with one of them: with a sixth of
/// Adam's averages such numbers, a step of the benchmarks' convolutional network took 8.7 ms in place of 6.2.
/// </summary>
internal static class Subnormal
{
    private const uint SingleExponent = 0x7F800000;
    private const ulong DoubleExponent = 0x7FF0000000000000;

    /// <summary>Zeros in place of subnormal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<TNumber> Flush<TNumber>(Vector<TNumber> numbers)
        where TNumber : unmanaged
    {
        if (typeof(TNumber) == typeof(float))
        {
            var bits = Vector.AsVectorUInt32(numbers);
            return Vector.AndNot(bits, Vector.Equals(bits & Vector.Create(SingleExponent), Vector<uint>.Zero)).As<uint, TNumber>();
        }
        else
        {
            var bits = Vector.AsVectorUInt64(numbers);
            return Vector.AndNot(bits, Vector.Equals(bits & Vector.Create(DoubleExponent), Vector<ulong>.Zero)).As<ulong, TNumber>();
        }
    }

    /// <summary>Zero in place of a subnormal number.</summary>
    public static TNumber Flush<TNumber>(TNumber number)
        where TNumber : IFloatingPointIeee754<TNumber> =>
        TNumber.IsSubnormal(number) ? TNumber.Zero : number;
}

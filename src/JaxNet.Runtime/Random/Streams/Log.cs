using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>The natural logarithm in single precision.</summary>
internal static class Log
{
    // The bits of 2/3: the mantissa is taken from [2/3, 4/3), where its logarithm is small on both sides.
    private const int TwoThirds = 0x3F2AAAAB;

    /// <summary>Of two vectors, in place: for x that is positive, finite and not subnormal, to within one unit in the last place.</summary>
    /// <remarks>
    /// With x = m·2^e and f = m - 1, the logarithm is e·log(2) + f - f²/2 + f³·P(f); P was fitted to the function for the
    /// least relative error, 0.08 of half a unit.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfPositive(ref Vector<float> a, ref Vector<float> b)
    {
        var aExponent = Exponent(ref a);
        var bExponent = Exponent(ref b);
        var p = new Vector<float>(-0.12891680f);
        var q = p;
        Step(ref p, a, ref q, b, 0.13984442f);
        Step(ref p, a, ref q, b, -0.12184262f);
        Step(ref p, a, ref q, b, 0.14005868f);
        Step(ref p, a, ref q, b, -0.16680488f);
        Step(ref p, a, ref q, b, 0.20010406f);
        Step(ref p, a, ref q, b, -0.24999797f);
        Step(ref p, a, ref q, b, 0.33333215f);
        Step(ref p, a, ref q, b, -0.5f);
        p = Vector.FusedMultiplyAdd(p, a * a, a);
        q = Vector.FusedMultiplyAdd(q, b * b, b);
        a = Vector.FusedMultiplyAdd(aExponent, new(0.693147181f), p);
        b = Vector.FusedMultiplyAdd(bExponent, new(0.693147181f), q);
    }

    // Leaves f in place of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Exponent(ref Vector<float> x)
    {
        var bits = Vector.AsVectorInt32(x);
        var exponent = (bits - new Vector<int>(TwoThirds)) >> 23;
        x = Vector.AsVectorSingle(bits - (exponent << 23)) - Vector<float>.One;
        return Vector.ConvertToSingle(exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref Vector<float> p, Vector<float> a, ref Vector<float> q, Vector<float> b, float coefficient)
    {
        p = Vector.FusedMultiplyAdd(p, a, new(coefficient));
        q = Vector.FusedMultiplyAdd(q, b, new(coefficient));
    }
}

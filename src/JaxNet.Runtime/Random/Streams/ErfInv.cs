using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// The inverse error function in single precision, by Giles, "Approximating the erfinv function" (2011): x times a
/// polynomial in w = -log(1 - x²), one for the centre and one for the tails. The coefficients are those of XLA.
/// </summary>
/// <remarks>All products are fused with the sums that follow them, as XLA's CPU compiler fuses them; so is 1 - x².</remarks>
internal static class ErfInv
{
    private const float TailsFrom = 5;

    /// <summary>Of two vectors, in place, for x in the open interval (-1, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Inside(ref Vector<float> a, ref Vector<float> b)
    {
        var aLog = Vector.FusedMultiplyAdd(-a, a, Vector<float>.One);
        var bLog = Vector.FusedMultiplyAdd(-b, b, Vector<float>.One);
        Log.OfPositive(ref aLog, ref bLog);
        var p = new Vector<float>(-2.5f) - aLog;
        var q = new Vector<float>(-2.5f) - bLog;
        Centre(ref p, ref q);

        // One number in 300 is in a tail, so most vectors are done.
        var aTails = Vector.LessThanOrEqual(aLog, new(-TailsFrom));
        var bTails = Vector.LessThanOrEqual(bLog, new(-TailsFrom));
        if (!Vector.EqualsAll(aTails | bTails, Vector<int>.Zero))
        {
            p = Vector.ConditionalSelect(aTails, Tail(aLog), p);
            q = Vector.ConditionalSelect(bTails, Tail(bLog), q);
        }

        a *= p;
        b *= q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Centre(ref Vector<float> p, ref Vector<float> q)
    {
        var (v, w) = (p, q);
        p = q = new(2.81022636e-08f);
        Step(ref p, v, ref q, w, 3.43273939e-07f);
        Step(ref p, v, ref q, w, -3.5233877e-06f);
        Step(ref p, v, ref q, w, -4.39150654e-06f);
        Step(ref p, v, ref q, w, 0.00021858087f);
        Step(ref p, v, ref q, w, -0.00125372503f);
        Step(ref p, v, ref q, w, -0.00417768164f);
        Step(ref p, v, ref q, w, 0.246640727f);
        Step(ref p, v, ref q, w, 1.50140941f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref Vector<float> p, Vector<float> v, ref Vector<float> q, Vector<float> w, float coefficient)
    {
        p = Vector.FusedMultiplyAdd(p, v, new(coefficient));
        q = Vector.FusedMultiplyAdd(q, w, new(coefficient));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Tail(Vector<float> log)
    {
        var w = Vector.SquareRoot(-log) - new Vector<float>(3);
        var p = new Vector<float>(-0.000200214257f);
        p = Vector.FusedMultiplyAdd(p, w, new(0.000100950558f));
        p = Vector.FusedMultiplyAdd(p, w, new(0.00134934322f));
        p = Vector.FusedMultiplyAdd(p, w, new(-0.00367342844f));
        p = Vector.FusedMultiplyAdd(p, w, new(0.00573950773f));
        p = Vector.FusedMultiplyAdd(p, w, new(-0.0076224613f));
        p = Vector.FusedMultiplyAdd(p, w, new(0.00943887047f));
        p = Vector.FusedMultiplyAdd(p, w, new(1.00167406f));
        return Vector.FusedMultiplyAdd(p, w, new(2.83297682f));
    }
}

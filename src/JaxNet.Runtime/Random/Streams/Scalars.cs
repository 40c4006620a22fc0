using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Draws of a single number, for algorithms that go on from one draw to the next. The numbers are those of a draw of shape [].</summary>
internal static class Scalars
{
    public static uint Word(this Key key)
    {
        var (first, second) = Threefry.Hash(key.High, key.Low, 0, 0);
        return key.Mode is KeyMode.Partitionable ? first ^ second : first;
    }

    public static float UniformNumber(this Key key) => BitConverter.UInt32BitsToSingle((key.Word() >>> 9) | 0x3F800000) - 1;

    public static float ExponentialNumber(this Key key)
    {
        var a = new Vector<float>(1 - key.UniformNumber());
        var b = a;
        Log.OfPositive(ref a, ref b);
        return -a[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float NormalNumber(this Key key)
    {
        var a = new Vector<float>(MathF.FusedMultiplyAdd(key.UniformNumber(), 2, MathF.BitIncrement(-1)));
        var b = a;
        ErfInv.Inside(ref a, ref b);
        return a[0] * NormalFloats.Sqrt2;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Normal floats in the open interval (lower, upper), times a scale: as normal floats, of u uniform between the values of erf at the bounds.</summary>
internal readonly unsafe struct TruncatedNormalFloats(float lower, float upper, float scale = 1) : IWordMap<float>, IFloatMap
{
    private readonly UniformFloats _uniform = new(Erf.Of(lower / NormalFloats.Sqrt2), Erf.Of(upper / NormalFloats.Sqrt2));

    // Rounding may reach the bounds and go beyond.
    private readonly Vector<float> _lowest = new(MathF.BitIncrement(lower));
    private readonly Vector<float> _highest = new(MathF.BitDecrement(upper));
    private readonly Vector<float> _scale = new(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        var a = _uniform.Unscaled(firstWords);
        var b = _uniform.Unscaled(secondWords);
        (first, second) = (a, b);
        ErfInv.Inside(ref first, ref second);
        first = Bounded(a, first);
        second = Bounded(b, second);
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Bounded(Vector<float> u, Vector<float> erfInv)
    {
        // Without bounds, or with far ones, u can be -1 or 1.
        var atEnd = Vector.GreaterThanOrEqual(Vector.Abs(u), Vector<float>.One);
        var x = Vector.ConditionalSelect(atEnd, u * new Vector<float>(float.PositiveInfinity), erfInv * new Vector<float>(NormalFloats.Sqrt2));
        return Vector.MinNative(Vector.MaxNative(x, _lowest), _highest) * _scale;
    }
}

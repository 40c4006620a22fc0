using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Logistic floats, by the inverse of their distribution function: log(u) - log(1 - u), with u uniform in (0, 1).</summary>
internal readonly unsafe struct LogisticFloats() : IWordMap<float>, IFloatMap
{
    private readonly UniformFloats _uniform = new(GumbelFloats.Tiny, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = Of(_uniform.Unscaled(firstWords));
        second = Of(_uniform.Unscaled(secondWords));
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<float> u)
    {
        var rest = Vector<float>.One - u;
        Log.OfPositive(ref u, ref rest);
        return u - rest;
    }
}

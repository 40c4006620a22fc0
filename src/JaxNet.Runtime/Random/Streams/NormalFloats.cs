using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Normal floats, by the inverse of their distribution function: sqrt(2) * erfinv(u), with u uniform in (-1, 1).</summary>
internal readonly unsafe struct NormalFloats() : IWordMap<float>, IFloatMap
{
    private readonly UniformFloats _uniform = new(MathF.BitIncrement(-1), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = _uniform.Map(firstWords);
        second = _uniform.Map(secondWords);
        ErfInv.Inside(ref first, ref second);
        first *= new Vector<float>(1.41421356f);
        second *= new Vector<float>(1.41421356f);
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Exponential floats, by the inverse of their distribution function: -log(1 - u). The difference is exact.</summary>
internal readonly unsafe struct ExponentialFloats() : IWordMap<float>, IFloatMap
{
    private readonly UniformFloats _uniform = new(0, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = Vector<float>.One - _uniform.Unscaled(firstWords);
        second = Vector<float>.One - _uniform.Unscaled(secondWords);
        Log.OfPositive(ref first, ref second);
        first = -first;
        second = -second;
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

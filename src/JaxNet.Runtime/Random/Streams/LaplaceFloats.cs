using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Laplace floats, by the inverse of their distribution function: sign(u) * log(1 - |u|), with u uniform in (-1, 1). The difference is exact.</summary>
internal readonly unsafe struct LaplaceFloats() : IWordMap<float>, IFloatMap
{
    private readonly UniformFloats _uniform = new(MathF.BitIncrement(-1), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        var a = _uniform.Unscaled(firstWords);
        var b = _uniform.Unscaled(secondWords);
        first = Vector<float>.One - Vector.Abs(a);
        second = Vector<float>.One - Vector.Abs(b);
        Log.OfPositive(ref first, ref second);
        first = Vector.ConditionalSelect(Vector.LessThan(a, Vector<float>.Zero), -first, first);
        second = Vector.ConditionalSelect(Vector.LessThan(b, Vector<float>.Zero), -second, second);
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

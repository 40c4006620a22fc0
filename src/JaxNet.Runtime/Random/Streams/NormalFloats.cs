using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// Normal floats times a scale, by the inverse of their distribution function: sqrt(2) * erfinv(u), with u uniform in (-1, 1).
/// </summary>
internal readonly unsafe struct NormalFloats(float scale = 1) : IWordMap<float>, IFloatMap
{
    public const float Sqrt2 = 1.41421356f;

    private readonly UniformFloats _uniform = new(MathF.BitIncrement(-1), 1);
    private readonly Vector<float> _scale = new(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = _uniform.Unscaled(firstWords);
        second = _uniform.Unscaled(secondWords);
        ErfInv.Inside(ref first, ref second);
        first = first * new Vector<float>(Sqrt2) * _scale;
        second = second * new Vector<float>(Sqrt2) * _scale;
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

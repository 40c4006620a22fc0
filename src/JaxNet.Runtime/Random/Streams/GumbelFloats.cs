using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Gumbel floats, by the inverse of their distribution function: -log(-log(u)), with u uniform in (0, 1).</summary>
internal readonly unsafe struct GumbelFloats() : IWordMap<float>, IFloatMap
{
    /// <summary>The least positive float that is not subnormal, which stands for zero.</summary>
    public const float Tiny = 1.17549435e-38f;

    private readonly UniformFloats _uniform = new(Tiny, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = _uniform.Unscaled(firstWords);
        second = _uniform.Unscaled(secondWords);
        Log.OfPositive(ref first, ref second);
        first = -first;
        second = -second;
        Log.OfPositive(ref first, ref second);
        first = -first;
        second = -second;
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

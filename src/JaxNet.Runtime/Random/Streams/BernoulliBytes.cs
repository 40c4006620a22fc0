using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// One where a uniform float is less than p, else zero. The float is the upper 23 bits of the word as a fraction, so this
/// is a comparison of integers.
/// </summary>
internal readonly unsafe struct BernoulliBytes(float p) : IWordMap<byte>
{
    private readonly uint _threshold = p > 0 ? (uint)Math.Ceiling(Math.Min(p, 1) * (double)(1 << 23)) : 0;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Map(uint* words, byte* destination, int count)
    {
        var threshold = new Vector<uint>(_threshold);
        var i = 0;
        for (; i <= count - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var a = Less(words + i, 0, threshold);
            var b = Less(words + i, 1, threshold);
            var c = Less(words + i, 2, threshold);
            var d = Less(words + i, 3, threshold);
            (Vector.Narrow(Vector.Narrow(a, b), Vector.Narrow(c, d)) & Vector<byte>.One).Store(destination + i);
        }

        for (; i < count; i++) destination[i] = words[i] >>> 9 < _threshold ? (byte)1 : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Less(uint* words, int vector, Vector<uint> threshold) =>
        Vector.LessThan(Vector.Load(words + vector * Vector<uint>.Count) >>> 9, threshold);
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Streams;

/// <summary>
/// Shuffles by sorting along with random 32-bit words. Words that are equal favour the order before, so that large arrays
/// are sorted more than once.
/// </summary>
internal static class Shuffle
{
    private const double Exponent = 3;

    /// <summary>How often to sort an array of so many elements in all.</summary>
    public static int Rounds(long size) => (int)Math.Ceiling(Exponent * Math.Log(Math.Max(1, size)) / Math.Log(uint.MaxValue));

    /// <summary>The integers below a count, in random order.</summary>
    public static long[] Indices(Key key, int count)
    {
        var indices = new long[count];
        for (var i = 0; i < count; i++) indices[i] = i;

        // The word above and the place below make sort keys that differ: the sort is stable.
        var words = new uint[count];
        var keys = new ulong[count];
        for (var round = Rounds(count); round > 0; round--)
        {
            (key, var subkey) = key.Split();
            subkey.Words(words);
            for (var i = 0; i < count; i++) keys[i] = (ulong)words[i] << 32 | (uint)i;
            Array.Sort(keys, indices);
        }

        return indices;
    }

    /// <summary>A tensor in which each vector along an axis is shuffled by itself.</summary>
    public static Tensor Independently(Key key, Tensor x, long axis)
    {
        using var scope = NewDisposeScope();
        var result = x.alias();
        for (var round = Rounds(x.numel()); round > 0; round--)
        {
            (key, var subkey) = key.Split();
            var (_, order) = subkey.Bits(x.shape).sort(axis, stable: true);
            result = result.gather(axis, order);
        }

        return scope.MoveToOuter(result);
    }
}

using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// The random words that a key gives for a draw of some length, in either layout (see <see cref="KeyMode"/>), turned
/// into the elements of the result block by block, while they are in the nearest cache.
/// </summary>
/// <remarks>The numbers depend neither on the width of the vectors nor on the number of cores.</remarks>
internal static unsafe class WordStream
{
    // How many words are in flight: two such buffers, and what is made of them, fit into the first-level cache.
    private const int Block = 1024;

    /// <summary>Fills a buffer with the draw of its length, one 32-bit word an element.</summary>
    public static void Fill<T, TMap>(Key key, T* destination, long count, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        // In the original layout a block gives two elements, i and half + i.
        var half = key.Mode is KeyMode.Partitionable ? count : count - count / 2;
        if (Cores.AreWorthIt(count)) FillOnAllCores(key, destination, count, half, map);
        else Fill(key, destination, count, half, 0, half, map);
    }

    /// <summary>Fills a buffer with the draw of its length, two 32-bit words an element.</summary>
    public static void FillPairs<T, TMap>(Key key, T* destination, long count, TMap map)
        where T : unmanaged
        where TMap : struct, IPairMap<T>
    {
        if (Cores.AreWorthIt(count)) FillPairsOnAllCores(key, destination, count, map);
        else FillPairs(key, destination, count, 0, count, map);
    }

    // The closures are made in methods of their own, so that short draws don't allocate them.
    private static void FillOnAllCores<T, TMap>(Key key, T* destination, long count, long half, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T> =>
        Cores.RunChunks(half, Block, (begin, end) => Fill(key, destination, count, half, begin, end, map));

    private static void FillPairsOnAllCores<T, TMap>(Key key, T* destination, long count, TMap map)
        where T : unmanaged
        where TMap : struct, IPairMap<T> =>
        Cores.RunChunks(count, Block, (begin, end) => FillPairs(key, destination, count, begin, end, map));

    private static void Fill<T, TMap>(Key key, T* destination, long count, long half, long begin, long end, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        if (key.Mode is KeyMode.Partitionable) FillPartitionable(key, destination, begin, end, map);
        else FillOriginal(key, destination, count, half, begin, end, map);
    }

    /// <summary>Element i is the xor of the words of the block with the 64-bit counter i.</summary>
    [SkipLocalsInit]
    private static void FillPartitionable<T, TMap>(Key key, T* destination, long begin, long end, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        var cipher = new Threefry(key);
        var words = stackalloc uint[Block];
        for (var i = begin; i < end; i += Block)
        {
            var n = (int)Math.Min(Block, end - i);
            cipher.XoredBlocks((uint)(i >> 32), (uint)i, words, n);
            map.Map(words, destination + i, n);
        }
    }

    /// <summary>The block with the counter (i, half + i) gives the elements i and half + i.</summary>
    [SkipLocalsInit]
    private static void FillOriginal<T, TMap>(Key key, T* destination, long count, long half, long begin, long end, TMap map)
        where T : unmanaged
        where TMap : struct, IWordMap<T>
    {
        var cipher = new Threefry(key);
        var first = stackalloc uint[Block];
        var second = stackalloc uint[Block];
        for (var i = begin; i < end; i += Block)
        {
            var n = (int)Math.Min(Block, end - i);
            cipher.Blocks((uint)i, 1, (uint)(half + i), first, second, n);

            // An odd count is padded with one element, and the padding's counter is 0.
            var m = (int)Math.Min(n, count - half - i);
            if (m < n) (first[m], _) = Threefry.Hash(key.High, key.Low, (uint)(half - 1), 0);

            map.Map(first, destination + i, n);
            map.Map(second, destination + half + i, m);
        }
    }

    /// <summary>
    /// Element i is made of the words of one block; its counter is i in 64 bits in the one layout, (i, count + i) in the other.
    /// </summary>
    [SkipLocalsInit]
    private static void FillPairs<T, TMap>(Key key, T* destination, long count, long begin, long end, TMap map)
        where T : unmanaged
        where TMap : struct, IPairMap<T>
    {
        var cipher = new Threefry(key);
        var upper = stackalloc uint[Block];
        var lower = stackalloc uint[Block];
        for (var i = begin; i < end; i += Block)
        {
            var n = (int)Math.Min(Block, end - i);
            if (key.Mode is KeyMode.Partitionable) cipher.Blocks((uint)(i >> 32), 0, (uint)i, upper, lower, n);
            else cipher.Blocks((uint)i, 1, (uint)(count + i), upper, lower, n);
            map.Map(upper, lower, destination + i, n);
        }
    }
}

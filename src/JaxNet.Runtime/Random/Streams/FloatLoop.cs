using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>Makes two vectors of floats of two vectors of words.</summary>
/// <remarks>Two at a time, because the polynomials in the maps are chains in which each step waits for the last.</remarks>
internal interface IFloatMap
{
    /// <summary>One float for each word.</summary>
    void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second);
}

/// <summary>The loop over a block of words.</summary>
internal static unsafe class FloatLoop
{
    // Optimised from the first call on, since unoptimised vector code is slower by a hundred times; and never inlined,
    // since in its caller it would use up the budget for inlining, and leave calls in the loop.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run<TMap>(TMap map, uint* words, float* destination, int count) where TMap : struct, IFloatMap
    {
        var i = 0;
        for (; i <= count - Threefry.Step; i += Threefry.Step)
        {
            map.Map(Vector.Load(words + i), Vector.Load(words + i + Vector<uint>.Count), out var first, out var second);
            first.Store(destination + i);
            second.Store(destination + i + Vector<uint>.Count);
        }

        if (i == count) return;
        var rest = stackalloc float[Threefry.Step];
        map.Map(Vector.Load(words + i), Vector.Load(words + i + Vector<uint>.Count), out var a, out var b);
        a.Store(rest);
        b.Store(rest + Vector<uint>.Count);
        new Span<float>(rest, count - i).CopyTo(new(destination + i, count - i));
    }
}

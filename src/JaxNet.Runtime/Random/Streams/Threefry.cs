using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// The block cipher threefry2x32 with 20 rounds: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3" (2011), with the rotations and the parity constant of their library Random123. Under a key of two words it
/// turns a counter of two words into two random words.
/// </summary>
internal readonly unsafe struct Threefry
{
    // The word that, xored with both key words, is the third word of the key schedule (Skein's constant, cut to 32 bits).
    private const uint Parity = 0x1BD11BDA;

    /// <summary>How many blocks are hashed at a time.</summary>
    public static int Step => 2 * Vector<uint>.Count;

    // The key schedule as vectors: word i of the schedule, and the sums that enter after each four rounds.
    private readonly Vector<uint> _k0, _k1, _k2, _k2Plus1, _k0Plus2, _k1Plus3, _k2Plus4, _k0Plus5;

    public Threefry(Key key)
    {
        var (k0, k1) = key;
        var k2 = k0 ^ k1 ^ Parity;
        _k0 = new(k0);
        _k1 = new(k1);
        _k2 = new(k2);
        _k2Plus1 = new(k2 + 1);
        _k0Plus2 = new(k0 + 2);
        _k1Plus3 = new(k1 + 3);
        _k2Plus4 = new(k2 + 4);
        _k0Plus5 = new(k0 + 5);
    }

    /// <summary>One block.</summary>
    public static (uint, uint) Hash(uint k0, uint k1, uint x0, uint x1)
    {
        var k2 = k0 ^ k1 ^ Parity;
        x0 += k0;
        x1 += k1;
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        x0 += k1;
        x1 += k2 + 1;
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        x0 += k2;
        x1 += k0 + 2;
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        x0 += k0;
        x1 += k1 + 3;
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        x0 += k1;
        x1 += k2 + 4;
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        return (x0 + k2, x1 + k0 + 5);
    }

    /// <summary>
    /// Blocks of consecutive counters: block i has the counter (x0 + i * step0, x1 + i), and its words go to
    /// <paramref name="first"/>[i] and <paramref name="second"/>[i]. Both have room for the next multiple of <see cref="Step"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Blocks(uint x0, uint step0, uint x1, uint* first, uint* second, int count)
    {
        for (var i = 0; i < count; i += Step)
        {
            Counters(x0, step0, x1, i, out var a0, out var a1, out var b0, out var b1);
            Hash(ref a0, ref a1, ref b0, ref b1);
            a0.Store(first + i);
            b0.Store(first + i + Vector<uint>.Count);
            a1.Store(second + i);
            b1.Store(second + i + Vector<uint>.Count);
        }
    }

    /// <summary>As <see cref="Blocks"/> with a fixed first word of the counter; keeps the xor of each block's words only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void XoredBlocks(uint x0, uint x1, uint* words, int count)
    {
        for (var i = 0; i < count; i += Step)
        {
            Counters(x0, 0, x1, i, out var a0, out var a1, out var b0, out var b1);
            Hash(ref a0, ref a1, ref b0, ref b1);
            (a0 ^ a1).Store(words + i);
            (b0 ^ b1).Store(words + i + Vector<uint>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Counters(uint x0, uint step0, uint x1, int i, out Vector<uint> a0, out Vector<uint> a1, out Vector<uint> b0, out Vector<uint> b1)
    {
        var lanes = Vector<uint>.Indices + new Vector<uint>((uint)i);
        a0 = lanes * new Vector<uint>(step0) + new Vector<uint>(x0);
        a1 = lanes + new Vector<uint>(x1);
        b0 = a0 + new Vector<uint>(step0 * (uint)Vector<uint>.Count);
        b1 = a1 + new Vector<uint>((uint)Vector<uint>.Count);
    }

    // Two vectors of blocks, in place: (a0, a1) and (b0, b1). They are interleaved, since one alone waits for itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Hash(ref Vector<uint> a0, ref Vector<uint> a1, ref Vector<uint> b0, ref Vector<uint> b1)
    {
        Add(_k0, _k1, ref a0, ref a1, ref b0, ref b1);
        OddRounds(ref a0, ref a1, ref b0, ref b1);
        Add(_k1, _k2Plus1, ref a0, ref a1, ref b0, ref b1);
        EvenRounds(ref a0, ref a1, ref b0, ref b1);
        Add(_k2, _k0Plus2, ref a0, ref a1, ref b0, ref b1);
        OddRounds(ref a0, ref a1, ref b0, ref b1);
        Add(_k0, _k1Plus3, ref a0, ref a1, ref b0, ref b1);
        EvenRounds(ref a0, ref a1, ref b0, ref b1);
        Add(_k1, _k2Plus4, ref a0, ref a1, ref b0, ref b1);
        OddRounds(ref a0, ref a1, ref b0, ref b1);
        Add(_k2, _k0Plus5, ref a0, ref a1, ref b0, ref b1);
    }

    private static void FourRounds(ref uint x0, ref uint x1, int r0, int r1, int r2, int r3)
    {
        Round(ref x0, ref x1, r0);
        Round(ref x0, ref x1, r1);
        Round(ref x0, ref x1, r2);
        Round(ref x0, ref x1, r3);
    }

    private static void Round(ref uint x0, ref uint x1, int rotation)
    {
        x0 += x1;
        x1 = BitOperations.RotateLeft(x1, rotation) ^ x0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector<uint> k0, Vector<uint> k1, ref Vector<uint> a0, ref Vector<uint> a1, ref Vector<uint> b0, ref Vector<uint> b1)
    {
        a0 += k0;
        b0 += k0;
        a1 += k1;
        b1 += k1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OddRounds(ref Vector<uint> a0, ref Vector<uint> a1, ref Vector<uint> b0, ref Vector<uint> b1)
    {
        Round(ref a0, ref a1, ref b0, ref b1, 13);
        Round(ref a0, ref a1, ref b0, ref b1, 15);
        Round(ref a0, ref a1, ref b0, ref b1, 26);
        Round(ref a0, ref a1, ref b0, ref b1, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EvenRounds(ref Vector<uint> a0, ref Vector<uint> a1, ref Vector<uint> b0, ref Vector<uint> b1)
    {
        Round(ref a0, ref a1, ref b0, ref b1, 17);
        Round(ref a0, ref a1, ref b0, ref b1, 29);
        Round(ref a0, ref a1, ref b0, ref b1, 16);
        Round(ref a0, ref a1, ref b0, ref b1, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector<uint> a0, ref Vector<uint> a1, ref Vector<uint> b0, ref Vector<uint> b1, int rotation)
    {
        a0 += a1;
        b0 += b1;
        a1 = ((a1 << rotation) | (a1 >>> (32 - rotation))) ^ a0;
        b1 = ((b1 << rotation) | (b1 >>> (32 - rotation))) ^ b0;
    }
}

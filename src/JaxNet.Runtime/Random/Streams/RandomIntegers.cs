namespace JaxNet.Streams;

// JAX draws twice the bits that an integer has, as two draws, and takes the number that they make together modulo the
// span: (upper · 2^bits + lower) mod span, with the power of two reduced first. All sums and products wrap around.

/// <summary>The 32-bit case: how the words of the two draws become integers in [minimum, minimum + span). A span of zero stands for 2^32.</summary>
internal readonly struct Int32Range
{
    // The remainder by multiplications: Lemire, Kaser, Kurz, "Faster remainder by direct computation" (2019).
    private readonly ulong _reciprocal;
    private readonly uint _span;

    public Int32Range(int minimum, uint span)
    {
        Minimum = minimum;
        _span = span;
        _reciprocal = span == 0 ? 0 : unchecked(ulong.MaxValue / span + 1);
        var root = Modulo(1u << 16);
        Multiplier = Modulo(unchecked(root * root));
    }

    public int Minimum { get; }

    /// <summary>What the upper half counts for: 2^32 modulo the span, by way of the square of 2^16, which wraps around.</summary>
    public uint Multiplier { get; }

    /// <summary>The remainder as XLA has it: by zero it is the number itself.</summary>
    public uint Modulo(uint word) => _span == 0 ? word : (uint)Math.BigMul(unchecked(_reciprocal * word), _span, out _);
}

/// <summary>The 64-bit case. A span of zero stands for 2^64.</summary>
internal readonly struct Int64Range
{
    private readonly ulong _span;

    public Int64Range(long minimum, ulong span)
    {
        Minimum = minimum;
        _span = span;
        var root = Modulo(1ul << 32);
        Multiplier = Modulo(unchecked(root * root));
    }

    public long Minimum { get; }

    /// <summary>What the upper half counts for.</summary>
    public ulong Multiplier { get; }

    /// <inheritdoc cref="Int32Range.Modulo"/>
    public ulong Modulo(ulong word) => _span == 0 ? word : word % _span;
}

/// <summary>The first draw: the upper half of the number.</summary>
internal readonly unsafe struct UpperInt32s(Int32Range range) : IWordMap<uint>
{
    public void Map(uint* words, uint* destination, int count)
    {
        for (var i = 0; i < count; i++) destination[i] = range.Modulo(words[i]) * range.Multiplier;
    }
}

/// <summary>The second draw, over the first: the lower half.</summary>
internal readonly unsafe struct LowerInt32s(Int32Range range) : IWordMap<uint>
{
    public void Map(uint* words, uint* destination, int count)
    {
        for (var i = 0; i < count; i++)
            destination[i] = (uint)range.Minimum + range.Modulo(destination[i] + range.Modulo(words[i]));
    }
}

/// <inheritdoc cref="UpperInt32s"/>
internal readonly unsafe struct UpperInt64s(Int64Range range) : IPairMap<ulong>
{
    public void Map(uint* upper, uint* lower, ulong* destination, int count)
    {
        for (var i = 0; i < count; i++)
            destination[i] = range.Modulo((ulong)upper[i] << 32 | lower[i]) * range.Multiplier;
    }
}

/// <inheritdoc cref="LowerInt32s"/>
internal readonly unsafe struct LowerInt64s(Int64Range range) : IPairMap<ulong>
{
    public void Map(uint* upper, uint* lower, ulong* destination, int count)
    {
        for (var i = 0; i < count; i++)
            destination[i] = (ulong)range.Minimum + range.Modulo(destination[i] + range.Modulo((ulong)upper[i] << 32 | lower[i]));
    }
}

namespace JaxNet.Streams;

// JAX draws twice the bits that an integer has, as two draws, and takes the number that they make together modulo the
// span: (upper · 2^bits + lower) mod span, with the power of two reduced first. All sums and products wrap around.

/// <summary>The 32-bit case: how the words of the two draws become integers in [minimum, minimum + span).</summary>
internal readonly struct Int32Range(int minimum, uint span)
{
    public int Minimum => minimum;

    // 2^32 mod span, by way of the square of 2^16, which wraps around.
    public uint Multiplier { get; } = Square((1u << 16).Modulo(span)).Modulo(span);

    public uint Modulo(uint word) => word.Modulo(span);

    private static uint Square(uint value) => value * value;
}

/// <inheritdoc cref="Int32Range"/>
internal readonly struct Int64Range(long minimum, ulong span)
{
    public long Minimum => minimum;

    public ulong Multiplier { get; } = Square((1ul << 32).Modulo(span)).Modulo(span);

    public ulong Modulo(ulong word) => word.Modulo(span);

    private static ulong Square(ulong value) => value * value;
}

/// <summary>XLA's remainder: by zero, which stands for the span of all integers, it is the number itself.</summary>
internal static class Remainder
{
    public static uint Modulo(this uint value, uint span) => span == 0 ? value : value % span;

    public static ulong Modulo(this ulong value, ulong span) => span == 0 ? value : value % span;
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

namespace JaxNet.Streams;

/// <summary>The words as they are.</summary>
internal readonly unsafe struct RawWords : IWordMap<uint>
{
    public void Map(uint* words, uint* destination, int count) => new Span<uint>(words, count).CopyTo(new(destination, count));
}

/// <summary>The words as non-negative 64-bit integers.</summary>
internal readonly unsafe struct WideWords : IWordMap<long>
{
    public void Map(uint* words, long* destination, int count)
    {
        for (var i = 0; i < count; i++) destination[i] = words[i];
    }
}

/// <summary>The lower 16 bits of the words, as non-negative 32-bit integers.</summary>
internal readonly unsafe struct LowerHalves : IWordMap<int>
{
    public void Map(uint* words, int* destination, int count)
    {
        for (var i = 0; i < count; i++) destination[i] = (ushort)words[i];
    }
}

/// <summary>The lowest bytes of the words.</summary>
internal readonly unsafe struct LowestBytes : IWordMap<byte>
{
    public void Map(uint* words, byte* destination, int count)
    {
        for (var i = 0; i < count; i++) destination[i] = (byte)words[i];
    }
}

/// <summary>Pairs of words as 64-bit integers.</summary>
internal readonly unsafe struct WordPairs : IPairMap<ulong>
{
    public void Map(uint* upper, uint* lower, ulong* destination, int count)
    {
        for (var i = 0; i < count; i++) destination[i] = (ulong)upper[i] << 32 | lower[i];
    }
}

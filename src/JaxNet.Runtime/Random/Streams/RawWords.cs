namespace JaxNet.Streams;

/// <summary>The words as they are.</summary>
internal readonly unsafe struct RawWords : IWordMap<uint>
{
    public void Map(uint* words, uint* destination, int count) => new Span<uint>(words, count).CopyTo(new(destination, count));
}

namespace JaxNet.Streams;

/// <summary>What a draw makes of random words, one element of the result from each.</summary>
/// <remarks>Implemented by structs, which hold the parameters of the draw.</remarks>
internal unsafe interface IWordMap<T> where T : unmanaged
{
    /// <summary>
    /// Writes <paramref name="count"/> elements, no more. It may read words up to the next multiple of
    /// <see cref="Threefry.Step"/>, and it may read what stands at the destination: that is how a second draw adds to a first.
    /// </summary>
    void Map(uint* words, T* destination, int count);
}

/// <summary>What a draw of 64-bit elements makes of pairs of random words, the upper half of the bits and the lower.</summary>
internal unsafe interface IPairMap<T> where T : unmanaged
{
    /// <inheritdoc cref="IWordMap{T}.Map"/>
    void Map(uint* upper, uint* lower, T* destination, int count);
}

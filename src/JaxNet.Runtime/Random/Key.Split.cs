using JaxNet.Streams;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>
    /// Two new keys, independent of each other and of this one, as <c>jax.random.split(key)</c>. Don't use this key any
    /// further: <c>(key, var subkey) = key.Split();</c>
    /// </summary>
    public (Key, Key) Split()
    {
        if (Mode is KeyMode.Partitionable) return (FoldIn(0u), FoldIn(1u));
        var (a0, b0) = Threefry.Hash(High, Low, 0, 2);
        var (a1, b1) = Threefry.Hash(High, Low, 1, 3);
        return (new(a0, a1, Mode, _place), new(b0, b1, Mode, _place));
    }

    /// <summary>A number of new keys, independent of each other and of this one, as <c>jax.random.split(key, count)</c>.</summary>
    /// <param name="count">How many. In the original mode <c>Split(3)</c> and <c>Split(2)</c> have no key in common; in the partitionable mode the first two are the same.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public Key[] Split(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var keys = new Key[count];
        if (Mode is KeyMode.Partitionable)
        {
            for (var i = 0; i < count; i++) keys[i] = FoldIn(i);
            return keys;
        }

        var words = new uint[2L * count];
        Words(words);
        for (var i = 0; i < count; i++) keys[i] = new(words[2L * i], words[2L * i + 1], Mode, _place);
        return keys;
    }

    /// <summary>A new key made of this one and a number, such as the index of a step, as <c>jax.random.fold_in(key, data)</c>.</summary>
    /// <remarks>In the partitionable mode <c>FoldIn(i)</c> is <c>Split(n)[i]</c>: don't use both on one key.</remarks>
    public Key FoldIn(uint data)
    {
        var (high, low) = Threefry.Hash(High, Low, 0, data);
        return new(high, low, Mode, _place);
    }

    /// <inheritdoc cref="FoldIn(uint)"/>
    public Key FoldIn(int data) => FoldIn((uint)data);

    /// <summary>The raw 32-bit words of a draw.</summary>
    internal unsafe void Words(Span<uint> destination)
    {
        fixed (uint* words = destination) WordStream.Fill(this, words, destination.Length, default(RawWords));
    }
}

namespace JaxNet;

/// <summary>
/// The state of a random stream: two 32-bit words and a mode. A key is a value: a draw from it never changes it, and
/// the same key always gives the same numbers. Independent numbers come from <see cref="Split()"/> and <see cref="FoldIn(uint)"/>.
/// </summary>
/// <remarks>
/// Keys, and everything drawn from them, agree with <c>jax.random</c> under its default implementation, threefry2x32, in
/// 32-bit mode. <c>default(Key)</c> is <c>new Key(0)</c>.
/// </remarks>
public readonly partial record struct Key
{
    /// <summary>The key of a seed, as <c>jax.random.PRNGKey(seed)</c>.</summary>
    /// <param name="seed">
    /// Any integer. A seed that fits into 32 bits, signed or unsigned, becomes the low word, and the high word is zero, as
    /// in JAX's 32-bit mode; so -1 is the key (0, 0xFFFFFFFF). A larger seed keeps its high word, as in JAX's 64-bit mode
    /// (in its 32-bit mode JAX would drop it, and give two seeds one stream).
    /// </param>
    /// <param name="mode">The layout of the stream; keys derived from this one inherit it.</param>
    public Key(long seed, KeyMode mode = KeyMode.Original)
        : this(seed is >= int.MinValue and <= uint.MaxValue ? 0 : (uint)(seed >> 32), (uint)seed, mode)
    {
    }

    /// <inheritdoc cref="Key(long, KeyMode)"/>
    public Key(ulong seed, KeyMode mode = KeyMode.Original) : this((uint)(seed >> 32), (uint)seed, mode)
    {
    }

    // The device's type above, its index and one below; 0 is the processor. A reference to a Device would make arrays of keys slow.
    private readonly int _place;

    private Key(uint high, uint low, KeyMode mode, int place = 0)
    {
        if (mode is not (KeyMode.Original or KeyMode.Partitionable))
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A key is either original or partitionable.");
        High = high;
        Low = low;
        Mode = mode;
        _place = place;
    }

    /// <summary>The first word.</summary>
    public uint High { get; }

    /// <summary>The second word.</summary>
    public uint Low { get; }

    /// <summary>How the key's draws are laid out. Keys that differ in mode only are different keys.</summary>
    public KeyMode Mode { get; }

    /// <summary>The key with the given words, as <c>jax.random.wrap_key_data</c>.</summary>
    public static Key FromWords(uint high, uint low, KeyMode mode = KeyMode.Original) => new(high, low, mode);

    /// <summary>The key of a seed in JAX's newer layout: short for <c>new Key(seed, KeyMode.Partitionable)</c>.</summary>
    public static Key Partitionable(long seed) => new(seed, KeyMode.Partitionable);

    /// <summary>The two words.</summary>
    public void Deconstruct(out uint high, out uint low) => (high, low) = (High, Low);

    /// <summary>Whether both give the same numbers, on whatever device.</summary>
    public bool Equals(Key other) => High == other.High && Low == other.Low && Mode == other.Mode;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(High, Low, Mode);

    /// <summary>Reads as <c>Key(0x00000000, 0x0000002A)</c>, with the mode and the device where they are not the usual ones.</summary>
    public override string ToString() =>
        $"Key(0x{High:X8}, 0x{Low:X8}{(Mode is KeyMode.Original ? "" : $", {Mode}")}{(_place == 0 ? "" : $", {Device}")})";
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Uniformly random bits, as <c>jax.random.bits(key, shape, dtype)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="bitWidth">How many bits an element has: 8, 16, 32 or 64.</param>
    /// <returns>
    /// Unsigned integers in the smallest type of tensor that holds them: uint8 for 8 bits, int32 for 16, int64 for 32; for
    /// 64 bits int64 as well, whose bits they are.
    /// </returns>
    /// <exception cref="ArgumentException">The bit width is another, or the shape has a negative size or too many elements.</exception>
    public Tensor Bits(ReadOnlySpan<long> shape, int bitWidth = 32) => (bitWidth, Mode) switch
    {
        (8, KeyMode.Original) => PackedBytes(shape),
        (16, KeyMode.Original) => PackedHalves(shape),
        (8, _) => Draw.Words<byte, LowestBytes>(this, shape, ScalarType.Byte, default),
        (16, _) => Draw.Words<int, LowerHalves>(this, shape, ScalarType.Int32, default),
        (32, _) => Draw.Words<long, WideWords>(this, shape, ScalarType.Int64, default),
        (64, _) => Draw.Pairs<ulong, WordPairs>(this, shape, ScalarType.Int64, default),
        _ => throw new ArgumentException($"Random bits come in 8, 16, 32 or 64 to an element, not in {bitWidth}.", nameof(bitWidth)),
    };

    // In the original layout short elements are cut out of as few words as will do, from the lower end of each.
    private unsafe Tensor PackedBytes(ReadOnlySpan<long> shape)
    {
        var count = Draw.Count(this, shape, 1);
        var tensor = Draw.New(shape, ScalarType.Byte, count);
        using var words = Draw.Words<uint, RawWords>(On(CPU), [(count + 3) / 4], ScalarType.Int32, default);
        Buffer.MemoryCopy(Draw.Address(words), Draw.Address(tensor), count, count);
        GC.KeepAlive(words);
        return Placed(tensor);
    }

    private unsafe Tensor PackedHalves(ReadOnlySpan<long> shape)
    {
        var count = Draw.Count(this, shape, 1);
        var tensor = Draw.New(shape, ScalarType.Int32, count * sizeof(int));
        using var words = Draw.Words<uint, RawWords>(On(CPU), [(count + 1) / 2], ScalarType.Int32, default);
        var source = (ushort*)Draw.Address(words);
        var destination = (int*)Draw.Address(tensor);
        for (var i = 0L; i < count; i++) destination[i] = source[i];
        GC.KeepAlive(words);
        return Placed(tensor);
    }
}

using JaxNet.Streams;
using static TorchSharp.torch;

namespace JaxNet;

public readonly partial record struct Key
{
    /// <summary>Uniformly random integers in [min, max), as <c>jax.random.randint(key, shape, minval, maxval, dtype)</c>.</summary>
    /// <param name="shape">The shape of the result; empty for a scalar.</param>
    /// <param name="min">The least integer.</param>
    /// <param name="max">
    /// The end of the range, itself outside of it; what is more than the type can hold stands for all that it can. Where the
    /// range is empty, all elements are <paramref name="min"/>, as in JAX.
    /// </param>
    /// <param name="dtype">
    /// The type of the result: int32 if it isn't given, else int64 or, drawn as int32 and converted, int16, int8 or uint8. An
    /// int64 draw takes twice the bits, and gives other numbers.
    /// </param>
    /// <returns>A tensor of integers, of which none is more probable than another by more than span/2^64 or so.</returns>
    /// <exception cref="ArgumentException">The type is another one, or the shape has a negative size or too many elements.</exception>
    public Tensor RandInt(ReadOnlySpan<long> shape, long min, long max, ScalarType? dtype = null)
    {
        switch (dtype ?? ScalarType.Int32)
        {
            case ScalarType.Int64: return RandInt64(shape, min, max);
            case ScalarType.Int32: return RandInt32(shape, min, max);
            case ScalarType.Int16: return RandShort(shape, min, max, ScalarType.Int16, short.MinValue, short.MaxValue);
            case ScalarType.Int8: return RandShort(shape, min, max, ScalarType.Int8, sbyte.MinValue, sbyte.MaxValue);
            case ScalarType.Byte: return RandShort(shape, min, max, ScalarType.Byte, byte.MinValue, byte.MaxValue);
            default: throw new ArgumentException($"Random integers have an integer type, not {dtype}.", nameof(dtype));
        }
    }

    private Tensor RandInt32(ReadOnlySpan<long> shape, long min, long max)
    {
        var (upper, lower) = On(CPU).Split();
        var minimum = (int)Math.Clamp(min, int.MinValue, int.MaxValue);
        var maximum = (int)Math.Clamp(max, int.MinValue, int.MaxValue);
        var span = maximum > minimum ? (uint)(maximum - minimum) : 1;
        if (max > int.MaxValue && maximum > minimum) span++;

        var range = new Int32Range(minimum, span);
        Draw.Count(upper, shape, 1);

        // The upper half often counts for nothing: where the span is a power of two, and where it is more than 2^16.
        var tensor = range.Multiplier == 0
            ? zeros(shape, ScalarType.Int32, CPU)
            : Draw.Words<uint, UpperInt32s>(upper, shape, ScalarType.Int32, new(range));
        Draw.WordsOnto<uint, LowerInt32s>(lower, tensor, new(range));
        return Placed(tensor);
    }

    private Tensor RandInt64(ReadOnlySpan<long> shape, long min, long max)
    {
        var (upper, lower) = On(CPU).Split();
        var range = new Int64Range(min, max > min ? (ulong)(max - min) : 1);
        var tensor = Draw.Pairs<ulong, UpperInt64s>(upper, shape, ScalarType.Int64, new(range));
        Draw.PairsOnto<ulong, LowerInt64s>(lower, tensor, new(range));
        return Placed(tensor);
    }

    private Tensor RandShort(ReadOnlySpan<long> shape, long min, long max, ScalarType dtype, long least, long greatest)
    {
        using var wide = RandInt32(shape, Math.Clamp(min, least, greatest), Math.Clamp(max, least, greatest + 1));
        return wide.type(dtype);
    }
}

using static TorchSharp.torch;

namespace JaxNet.Tests;

public class RandIntTests
{
    [Fact]
    public void Integers_are_those_of_jax()
    {
        var integers = new Key(0).RandInt([3, 3], 0, 8);
        Assert.Equal([3, 3], integers.shape);
        Assert.Equal([2, 1, 3, 6, 1, 5, 6, 3, 4], integers.Ints());
        Assert.Equal([7, 2, 6, 2, 1, 0, 6, 7, 7], new Key(0).RandInt([3, 3], 0, 8, ScalarType.Int64).Longs());
        Assert.Equal([0, 5, 7, 7, 5], new Key(1319372649).RandInt([5], 0, 10).Ints());
    }

    // From a scalar implementation in another language.
    [Fact]
    public void Ranges_may_be_of_any_size_and_begin_below_zero()
    {
        Assert.Equal([726524, 307235, 922831, 617294, 507883, 869106, 36131], new Key(7).RandInt([7], -1000, 1_000_000).Ints());
        Assert.Equal([779959, 855998, 469380, 620453, 159358, 45750, 886716], Key.Partitionable(7).RandInt([7], -1000, 1_000_000).Ints());
        Assert.Equal(
            [-105366276343, 403404124155, 993997026142, -429883129939, -8278405528, 514206525998, -794883220015],
            new Key(7).RandInt([7], -1_000_000_000_000, 1_000_000_000_000, ScalarType.Int64).Longs());
        Assert.Equal([5, 0, 0, 5, 3, 3, 0, 7, 5], Key.Partitionable(0).RandInt([9], 0, 8).Ints());
        Assert.Equal([7, 7, 7, 5, 5, 7, 2, 0, 0], Key.Partitionable(0).RandInt([9], 0, 8, ScalarType.Int64).Longs());
    }

    // The definition, in wrapping arithmetic: two draws, the upper one reduced and multiplied by 2^32 mod span.
    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(10u)]
    [InlineData(65535u)]
    [InlineData(65536u)]
    [InlineData(65537u)]
    [InlineData(1000003u)]
    [InlineData(2147483647u)]
    [InlineData(4294967295u)]
    public void Integers_follow_from_two_draws(uint span)
    {
        foreach (var mode in Enum.GetValues<KeyMode>())
        {
            var key = new Key(31, mode);
            var (upper, lower) = key.Split();
            var multiplier = (1u << 16) % span;
            multiplier = unchecked(multiplier * multiplier) % span;
            var expected = upper.Bits([1001]).Longs().Zip(lower.Bits([1001]).Longs(), (u, l) =>
                unchecked(int.MinValue + (int)(((uint)u % span * multiplier + (uint)l % span) % span)));
            Assert.Equal(expected, key.RandInt([1001], int.MinValue, int.MinValue + (long)span).Ints());
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, -5)]
    public void An_empty_range_gives_its_beginning(long min, long max)
    {
        Assert.Equal([3, 3, 3], new Key(0).RandInt([3], min, max).Ints());
        Assert.Equal([3, 3, 3], new Key(0).RandInt([3], min, max, ScalarType.Int64).Longs());
    }

    [Fact]
    public void A_range_can_be_all_that_the_type_holds()
    {
        var (_, lower) = new Key(0).Split();
        var expected = lower.Bits([1000]).Longs().Select(word => (int)(int.MinValue + word));
        Assert.Equal(expected, new Key(0).RandInt([1000], int.MinValue, int.MaxValue + 1L).Ints());
        Assert.Equal(expected, new Key(0).RandInt([1000], long.MinValue, long.MaxValue).Ints());
    }

    [Theory]
    [InlineData(ScalarType.Byte, 0, 256)]
    [InlineData(ScalarType.Int8, -128, 128)]
    [InlineData(ScalarType.Int16, -32768, 32768)]
    public void Short_integers_are_32_bit_draws_within_their_type(ScalarType dtype, long least, long end)
    {
        var key = new Key(4);
        var integers = key.RandInt([500], -100_000, 100_000, dtype);
        Assert.Equal(dtype, integers.dtype);
        Assert.Equal(key.RandInt([500], least, end).Ints(), integers.type(ScalarType.Int32).Ints());
    }

    [Fact]
    public void Integers_are_equally_probable()
    {
        var counts = new int[10];
        foreach (var integer in new Key(5).RandInt([1_000_000], 0, 10).Ints()) counts[integer]++;
        Assert.All(counts, count => Assert.InRange(count, 100_000 - 5 * 300, 100_000 + 5 * 300));
    }

    [Fact]
    public void Integers_have_an_integer_type() =>
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => new Key(0).RandInt([3], 0, 8, ScalarType.Float32)).Message);
}

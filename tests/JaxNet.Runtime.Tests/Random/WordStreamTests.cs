using JaxNet.Streams;

namespace JaxNet.Tests;

public unsafe class WordStreamTests
{
    private static readonly int[] _counts = [0, 1, 2, 3, 7, 16, 17, 31, 33, 1023, 1024, 1025, 2047, 2048, 2049, 5001, 65_535, 200_000, 300_001];

    public static TheoryData<int> Counts => [.. _counts];

    [Theory, MemberData(nameof(Counts))]
    public void The_original_layout_pairs_each_counter_with_the_one_half_the_count_later(int count)
    {
        var key = new Key(1701);
        var expected = new uint[count];
        var half = (count + 1) / 2;
        for (var i = 0; i < half; i++)
        {
            var padded = half + i == count;
            var (first, second) = Threefry.Hash(key.High, key.Low, (uint)i, padded ? 0 : (uint)(half + i));
            expected[i] = first;
            if (!padded) expected[half + i] = second;
        }

        Assert.True(expected.AsSpan().SequenceEqual(Words(key, count)));
    }

    [Theory, MemberData(nameof(Counts))]
    public void The_partitionable_layout_counts_elements(int count)
    {
        var key = Key.Partitionable(1701);
        var expected = new uint[count];
        for (var i = 0; i < count; i++)
        {
            var (first, second) = Threefry.Hash(key.High, key.Low, 0, (uint)i);
            expected[i] = first ^ second;
        }

        Assert.True(expected.AsSpan().SequenceEqual(Words(key, count)));
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void A_draw_writes_nothing_beyond_its_end(KeyMode mode)
    {
        foreach (var count in _counts)
        {
            var floats = new float[count + 64];
            Array.Fill(floats, 7);
            fixed (float* destination = floats) WordStream.Fill(new Key(1, mode), destination, count, new UniformFloats(0, 1));
            Assert.False(floats.AsSpan(0, count).Contains(7));
            Assert.All(floats[count..], guard => Assert.Equal(7, guard));
        }
    }

    private static uint[] Words(Key key, int count)
    {
        var words = new uint[count];
        key.Words(words);
        return words;
    }
}

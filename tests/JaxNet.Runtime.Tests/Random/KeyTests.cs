namespace JaxNet.Tests;

public class KeyTests
{
    // From JAX's tests, with its 32-bit mode for what fits into 32 bits and its 64-bit mode for the rest.
    [Theory]
    [InlineData(0, 0u, 0u)]
    [InlineData(1, 0u, 1u)]
    [InlineData(-1, 0u, 4294967295u)]
    [InlineData(-2, 0u, 4294967294u)]
    [InlineData(int.MaxValue + 100L, 0u, 2147483747u)]
    [InlineData(int.MinValue, 0u, 2147483648u)]
    [InlineData(uint.MaxValue, 0u, 4294967295u)]
    [InlineData(uint.MaxValue + 1L, 1u, 0u)]
    [InlineData(int.MinValue - 100L, 4294967295u, 2147483548u)]
    [InlineData(0x0123456789ABCDEF, 0x01234567u, 0x89ABCDEFu)]
    public void A_seed_gives_the_words_of_jax(long seed, uint high, uint low) =>
        Assert.Equal(Key.FromWords(high, low), new Key(seed));

    [Fact]
    public void An_unsigned_seed_keeps_all_its_bits() =>
        Assert.Equal(Key.FromWords(0x89ABCDEF, 0x01234567), new Key(0x89ABCDEF01234567));

    [Fact]
    public void The_default_key_is_that_of_seed_0() => Assert.Equal(new Key(0), default);

    [Fact]
    public void Split_in_two_gives_the_keys_of_jax()
    {
        var expected = (Key.FromWords(4146024105, 967050713), Key.FromWords(2718843009, 1272950319));
        Assert.Equal(expected, new Key(0).Split());
        Assert.Equal([expected.Item1, expected.Item2], new Key(0).Split(2));
    }

    [Fact]
    public void Split_in_four_gives_the_keys_of_jax() => Assert.Equal(
        [
            Key.FromWords(2285895361, 1501764800), Key.FromWords(1518642379, 4090693311),
            Key.FromWords(433833334, 4221794875), Key.FromWords(839183663, 3740430601),
        ],
        new Key(0).Split(4));

    [Fact]
    public void Split_partitionable_gives_the_keys_of_jax()
    {
        var key = Key.Partitionable(0);
        var expected = (Key.FromWords(1797259609, 2579123966, KeyMode.Partitionable), Key.FromWords(928981903, 3453687069, KeyMode.Partitionable));
        Assert.Equal(expected, key.Split());
        Assert.Equal([expected.Item1, expected.Item2], key.Split(2));
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void FoldIn_gives_the_key_of_jax_in_both_modes(KeyMode mode) =>
        Assert.Equal(Key.FromWords(2285895361, 433833334, mode), new Key(0, mode).FoldIn(4));

    [Fact]
    public void FoldIn_takes_a_negative_number_as_its_bits() => Assert.Equal(new Key(3).FoldIn(4294967295), new Key(3).FoldIn(-1));

    [Fact]
    public void Split_partitionable_equals_FoldIn()
    {
        var key = Key.Partitionable(72);
        var keys = key.Split(5000);
        for (var i = 0; i < keys.Length; i++) Assert.Equal(key.FoldIn(i), keys[i]);
        Assert.Equal(keys[..3], key.Split(3));
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void Children_inherit_the_mode(KeyMode mode)
    {
        var key = new Key(5, mode);
        Assert.Equal(mode, key.Split().Item1.Mode);
        Assert.Equal(mode, key.Split().Item2.Mode);
        Assert.All(key.Split(3), child => Assert.Equal(mode, child.Mode));
        Assert.Equal(mode, key.FoldIn(1).Mode);
    }

    [Theory]
    [InlineData(KeyMode.Original)]
    [InlineData(KeyMode.Partitionable)]
    public void Children_differ(KeyMode mode)
    {
        var key = new Key(1, mode);
        Assert.Equal(1001, key.Split(1000).Append(key).Distinct().Count());
    }

    [Fact]
    public void Splitting_takes_any_count_but_a_negative_one()
    {
        Assert.Empty(new Key(0).Split(0));
        Assert.Single(new Key(0).Split(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Key(0).Split(-1));
    }

    [Fact]
    public void The_modes_are_two_and_make_keys_different()
    {
        Assert.NotEqual(new Key(0), Key.Partitionable(0));
        Assert.Equal(new Key(7, KeyMode.Partitionable), Key.Partitionable(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Key(0, (KeyMode)2));
    }

    [Fact]
    public void A_key_reads_and_deconstructs_as_its_words()
    {
        var (high, low) = new Key(0x0123456789ABCDEF);
        Assert.Equal((0x01234567u, 0x89ABCDEFu), (high, low));
        Assert.Equal("Key(0x00000000, 0x0000002A)", new Key(42).ToString());
        Assert.Equal("Key(0x00000000, 0x0000002A, Partitionable)", Key.Partitionable(42).ToString());
    }
}

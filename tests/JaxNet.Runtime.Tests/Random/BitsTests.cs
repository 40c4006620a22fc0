using static TorchSharp.torch;

namespace JaxNet.Tests;

// Published numbers are those of JAX's own tests; the others come from a scalar implementation in another language.
public class BitsTests
{
    [Fact]
    public void Bits_are_those_of_jax()
    {
        var key = new Key(1701);
        Assert.Equal([216, 115, 43], key.Bits([3], 8).Bytes());
        Assert.Equal([41682, 1300, 55017], key.Bits([3], 16).Ints());
        Assert.Equal([56197195, 4200222568, 961309823], key.Bits([3]).Longs());
        Assert.Equal([3982329540505020460, unchecked((long)16822122385914693683), 7882654074788531506], key.Bits([3], 64).Longs());

        key = new(942802475);
        Assert.Equal([10, 158, 82, 54, 158], key.Bits([5], 8).Bytes());
        Assert.Equal([6738, 38161, 50695, 57337, 61600], key.Bits([5], 16).Ints());
        Assert.Equal([1978747883, 4134381225, 3628107870, 689687174, 2788938207], key.Bits([5]).Longs());
        Assert.Equal(
            [unchecked((long)17649965731882839947), 1415307058040849897, 8282622628079774249, unchecked((long)14024425113645909402), 2012979996110532418],
            key.Bits([5], 64).Longs());
    }

    [Fact]
    public void Partitionable_bits_are_the_ends_of_one_word_an_element()
    {
        var key = Key.Partitionable(1701);
        var words = key.Bits([1000]).Longs();
        Assert.Equal(words.Select(word => (int)(word & 0xFFFF)), key.Bits([1000], 16).Ints());
        Assert.Equal(words.Select(word => (byte)(word & 0xFF)), key.Bits([1000], 8).Bytes());
        var pairs = key.Bits([1000], 64).Longs();
        Assert.Equal(words, pairs.Select(pair => (pair >>> 32) ^ (pair & 0xFFFFFFFF)));
        Assert.Equal([3182764935064573181, 366096495144982249, 241365115613244543], pairs[..3]);
    }

    [Theory]
    [InlineData(8, ScalarType.Byte)]
    [InlineData(16, ScalarType.Int32)]
    [InlineData(32, ScalarType.Int64)]
    [InlineData(64, ScalarType.Int64)]
    public void Bits_have_the_shape_and_a_type_that_holds_them(int bitWidth, ScalarType dtype)
    {
        foreach (var mode in Enum.GetValues<KeyMode>())
        {
            var bits = new Key(0, mode).Bits([2, 3, 5], bitWidth);
            Assert.Equal([2, 3, 5], bits.shape);
            Assert.Equal(dtype, bits.dtype);
            Assert.Empty(new Key(0, mode).Bits([], bitWidth).shape);
            Assert.Equal(0, new Key(0, mode).Bits([4, 0], bitWidth).numel());
        }
    }

    [Fact]
    public void Other_widths_are_refused() => Assert.Contains("not in 7", Assert.Throws<ArgumentException>(() => new Key(0).Bits([3], 7)).Message);
}

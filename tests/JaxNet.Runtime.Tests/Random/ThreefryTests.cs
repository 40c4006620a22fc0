using JaxNet.Streams;

namespace JaxNet.Tests;

public unsafe class ThreefryTests
{
    // The known-answer vectors of Random123 for threefry2x32 with 20 rounds.
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6b200159u, 0x99ba4efeu)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x1cb996fcu, 0xbb002be7u)]
    [InlineData(0x13198a2eu, 0x03707344u, 0x243f6a88u, 0x85a308d3u, 0xc4923a9cu, 0x483df7a0u)]
    public void Hash_gives_the_known_answers(uint k0, uint k1, uint x0, uint x1, uint y0, uint y1)
    {
        Assert.Equal((y0, y1), Threefry.Hash(k0, k1, x0, x1));

        var first = stackalloc uint[Threefry.Step];
        var second = stackalloc uint[Threefry.Step];
        new Threefry(Key.FromWords(k0, k1)).Blocks(x0, 1, x1, first, second, 1);
        Assert.Equal((y0, y1), (first[0], second[0]));
    }

    [Theory]
    [InlineData(0u, 0u, 0u)]
    [InlineData(7u, 0u, 100u)]
    [InlineData(7u, 1u, 4294967290u)]
    public void Vectors_hash_as_scalars_do(uint x0, uint step0, uint x1)
    {
        const int count = 100;
        var key = new Key(0x0123456789ABCDEF);
        var first = stackalloc uint[count + Threefry.Step];
        var second = stackalloc uint[count + Threefry.Step];
        new Threefry(key).Blocks(x0, step0, x1, first, second, count);
        for (uint i = 0; i < count; i++)
            Assert.Equal(Threefry.Hash(key.High, key.Low, x0 + i * step0, x1 + i), (first[i], second[i]));

        if (step0 != 0) return;
        var xored = stackalloc uint[count + Threefry.Step];
        new Threefry(key).XoredBlocks(x0, x1, xored, count);
        for (uint i = 0; i < count; i++) Assert.Equal(first[i] ^ second[i], xored[i]);
    }
}

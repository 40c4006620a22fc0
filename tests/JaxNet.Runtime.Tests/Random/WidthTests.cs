using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>
/// Checksums of long draws, so that every machine that runs the tests shows that the numbers depend neither on the width of
/// its vectors, nor on its fused multiply-add being in hardware, nor on the number of its cores.
/// </summary>
public class WidthTests
{
    private static readonly long[] _shape = [200_003];

    [Theory]
    [InlineData(KeyMode.Original, 0x44591DDDu)]
    [InlineData(KeyMode.Partitionable, 0x0FE4D751u)]
    public void Uniform(KeyMode mode, uint sum) => Check(sum, new Key(1, mode).Uniform(_shape, -3, 7));

    [Theory]
    [InlineData(KeyMode.Original, 0x8FC58AD8u)]
    [InlineData(KeyMode.Partitionable, 0x93C872E6u)]
    public void Normal(KeyMode mode, uint sum) => Check(sum, new Key(2, mode).Normal(_shape));

    [Theory]
    [InlineData(KeyMode.Original, 0x9F414AE6u)]
    [InlineData(KeyMode.Partitionable, 0x6DF3B5B5u)]
    public void TruncatedNormal(KeyMode mode, uint sum) => Check(sum, new Key(3, mode).TruncatedNormal(-2, 3, _shape));

    [Theory]
    [InlineData(KeyMode.Original, 0x32C4DAADu)]
    [InlineData(KeyMode.Partitionable, 0x4E1F1DFFu)]
    public void Gumbel(KeyMode mode, uint sum) => Check(sum, new Key(4, mode).Gumbel(_shape));

    // Adler's sum, over bits.
    private static void Check(uint expected, Tensor draw)
    {
        uint a = 1, b = 0;
        foreach (var bits in MemoryMarshal.Cast<byte, uint>(draw.bytes))
        {
            a = (uint)((a + (ulong)bits) % 4294967291);
            b = (uint)((b + (ulong)a) % 4294967291);
        }

        Assert.Equal($"{expected:X8}", $"{a ^ b:X8}");
    }
}

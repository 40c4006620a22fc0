using TorchSharp.Engine;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Engine;

public class MemoryCacheTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void A_block_that_comes_back_serves_the_next_of_its_size()
    {
        // A size that nothing else here has.
        var first = Make(37 * Megabyte + 4096);
        var address = Address(first);
        first.Dispose();
        using var second = Make(37 * Megabyte);
        Assert.Equal(address, Address(second));
    }

    [Fact]
    public void Two_tensors_that_live_never_share_a_block()
    {
        long[] sizes = [300_000, 300_001, 2 * Megabyte, 2 * Megabyte + 1, 9 * Megabyte];
        for (var round = 0; round < 3; round++)
        {
            var tensors = sizes.Concat(sizes).Select((size, i) => full([size], i + round, ScalarType.Int8)).ToArray();
            for (var i = 0; i < tensors.Length; i++)
            {
                Assert.Equal(0, Address(tensors[i]) % 64);
                Assert.True(tensors[i].eq(i + round).all().item<bool>());
            }

            foreach (var tensor in tensors) tensor.Dispose();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_never_in_use_at_once_does_not_pile_up(bool afterAFailure)
    {
        // What other tests have used is forgotten after two periods of 4096 blocks.
        for (var i = 0; i < 2 * 4096; i++) Make(300_000).Dispose();

        if (afterAFailure) Assert.ThrowsAny<Exception>(() => Make(1L << 48));

        // 10 GB in all, of ever other sizes, but never more than 33 MB at once; 64 MB may wait beyond that.
        var before = Environment.WorkingSet;
        for (var size = 1; size <= 320; size++)
            full([size * Megabyte / 10 + Megabyte], 1, ScalarType.Int8).Dispose();
        for (var size = 320; size >= 1; size--)
            full([size * Megabyte / 10 + Megabyte], 1, ScalarType.Int8).Dispose();
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200 * Megabyte);
    }

    [Fact]
    public void More_than_there_is_is_an_error_and_loses_nothing()
    {
        using var kept = full([8 * Megabyte], 7, ScalarType.Int8);
        var error = Assert.ThrowsAny<Exception>(() => empty([1L << 60], ScalarType.Int8));
        Assert.Contains("not enough memory: 1152921504606846976 bytes", error.Message);
        Assert.True(kept.eq(7).all().item<bool>());
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("1", null, true)]
    [InlineData("0", null, false)]
    [InlineData(null, "/usr/lib/libjemalloc.so.2", false)]
    public void The_user_can_do_without(string? own, string? preloaded, bool wanted) =>
        Assert.Equal(wanted, MemoryCache.IsWanted(name => name == MemoryCache.Variable ? own : name == "LD_PRELOAD" ? preloaded : null));

    private static Tensor Make(long bytes) => empty([bytes], ScalarType.Int8);

    private static unsafe long Address(Tensor tensor)
    {
        fixed (byte* first = tensor.bytes) return (long)first;
    }
}

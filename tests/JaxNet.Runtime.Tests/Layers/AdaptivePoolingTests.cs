using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class AdaptivePoolingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 5)]
    [InlineData(9, 4)]
    public void AdaptivePoolsArePyTorchsWithChannelsLast(long height, long width)
    {
        Golden.Check($"adaptive_avg_pool to {height} x {width}", AdaptiveAvgPool([height, width]));
        Golden.Check($"adaptive_max_pool to {height} x {width}", AdaptiveMaxPool([height, width]));
    }

    [Fact]
    public void SequencesArePooledToo() => Golden.Check("adaptive_avg_pool of sequences", AdaptiveAvgPool([3]));

    [Fact]
    public void OtherAxesThanTheInputsAreRefused() => Assert.Contains(
        "[n, 1 axes, channels]", Assert.Throws<ArgumentException>(() => AdaptiveAvgPool([1]).Init(new Key(0), zeros(1, 2, 2, 1))).Message);
}

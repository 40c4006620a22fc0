using static JaxNet.Layers;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class PReLUTests
{
    [Fact]
    public void OneSlopeForAllIsPyTorchs() => Golden.Check("prelu", PReLU());

    [Fact]
    public void ASlopeForEachChannelIsPyTorchsWithChannelsLast() => Golden.Check("prelu, each channel", PReLU(perChannel: true));
}

using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>libtorch's exceptions arrive as TorchSharp's do, and say what PyTorch says.</summary>
public class ErrorTests
{
    [Fact]
    public void AnErrorSaysWhatLibtorchSays()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(2, 3).matmul(zeros(2, 3)));

        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void NoMessageHasAStackTraceOfCpp()
    {
        Assert.DoesNotContain("frame #", Assert.Throws<ExternalException>(() => zeros(2).view(3)).Message);
        Assert.DoesNotContain("frame #", Assert.Throws<ExternalException>(() => zeros(2) + zeros(3)).Message);
        Assert.DoesNotContain("Exception raised from", Assert.Throws<ExternalException>(() => cat([zeros(2), zeros(2, 2)])).Message);
    }

    [Fact]
    public void ErrorsLeaveTheNextCallAlone()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Throws<ExternalException>(() => zeros(2).add_(zeros(3)));
            Assert.Equal(2, (ones(1) + ones(1)).item<float>());
        }
    }

    [Fact]
    public void ErrorsAreOfTheirThread() =>
        Parallel.For(2, 200, i => Assert.Contains($"(1x{i} and 1x{i})", Assert.Throws<ExternalException>(() => zeros(1, i).matmul(zeros(1, i))).Message));

    [Fact]
    public void ADeviceThatIsNotThereIsRefused()
    {
        if (cuda.is_available()) return;
        Assert.Throws<InvalidOperationException>(() => zeros(1, device: new Device(DeviceType.CUDA)));
        Assert.Equal(0, cuda.device_count());
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
    }
}

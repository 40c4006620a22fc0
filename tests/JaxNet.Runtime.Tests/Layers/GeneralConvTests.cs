using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class GeneralConvTests
{
    [Fact]
    public void ConvIsPyTorchsWithJaxsPaddings()
    {
        Golden.Check("conv, strided and dilated, SAME", Conv(4, (2, 3), (2, 1), "SAME", (1, 2)));
        Golden.Check("conv, SAME_LOWER", Conv(3, (3, 2), (2, 3), "SAME_LOWER"));
    }

    [Fact]
    public void ConvInGroupsIsPyTorchs()
    {
        Golden.Check("conv in groups", Conv(6, (2, 3), groups: 2));
        Golden.Check("conv, each channel", Conv(3, (3, 3), padding: WindowPadding.Explicit((1, 1), (1, 1)), groups: 3));
    }

    [Fact]
    public void GeneralConvTakesItsAxesInAnyOrder()
    {
        Golden.Check("conv, strided and dilated, SAME", GeneralConv(("NHWC", "HWIO", "NHWC"), 4, [2, 3], [2, 1], "SAME", [1, 2]));
        Golden.Check("conv, channels first", GeneralConv(("NCHW", "OIHW", "NCHW"), 4, [2, 3], [1, 2], WindowPadding.Explicit((1, 0), (0, 2)), [2, 1]));

        // Filters, strides and paddings are in the kernel's order: width first here.
        Golden.Check("conv, axes in any order", GeneralConv(("CWNH", "WOHI", "HNCW"), 4, [3, 2], [1, 2], WindowPadding.Explicit((1, 0), (0, 2)), [2, 1]));
    }

    [Fact]
    public void Conv1DIsPyTorchs()
    {
        Golden.Check("conv1d, SAME", Conv1D(4, 3, 2, "SAME"));
        Golden.Check("conv1d, causal and dilated, in groups", Conv1D(2, 3, padding: WindowPadding.Explicit((4, 0)), dilation: 2, groups: 2));
    }

    [Fact]
    public void Conv3DIsPyTorchs() => Golden.Check("conv3d", Conv3D(3, (2, 3, 2), (1, 2, 1), "SAME", (1, 1, 2)));

    [Fact]
    public void TheKernelIsDrawnAsInJaxnetForAnyOrder()
    {
        // key, sub = split(key); glorot_normal over the axes I and O, the others being the receptive field.
        var (_, link) = new Key(3).Split();

        var parameters = GeneralConv(("NCHW", "OIHW", "NCHW"), 6, [2, 3]).Init(new Key(3), zeros(1, 4, 5, 5));

        Assert.True(parameters.Kernel.Equals(Initializers.GlorotNormal(1, 0)(link, [6, 4, 2, 3])));
        Assert.True(parameters.Kernel.abs().max().item<float>() < 2 * Math.Sqrt(2.0 / ((4 + 6) * 6)) / 0.87);
    }

    [Theory]
    [InlineData("NHWC", "HWIO", "NHC")]
    [InlineData("NHWC", "HWO", "NHWC")]
    [InlineData("NHHC", "HHIO", "NHHC")]
    [InlineData("NC", "IO", "NC")]
    [InlineData("NABDEC", "ABDEIO", "NABDEC")]
    public void OtherThanDimensionNumbersAreRefused(string inputs, string kernel, string outputs)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            GeneralConv((inputs, kernel, outputs), 1, [1, 1]).Init(new Key(0), zeros(1, 1, 1, 1)));

        Assert.Contains("dimension numbers", error.Message);
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedInTheLayersWords()
    {
        Assert.Contains("into 2 groups", Refused(() => Conv(4, (1, 1), groups: 2).Init(new Key(0), zeros(1, 2, 2, 3))));
        Assert.Contains("Conv1D takes inputs of shape [n, time, channels], but got [2, 3]", Refused(() => Conv1D(4, 1).Init(new Key(0), zeros(2, 3))));
        Assert.Contains("for 2 axes", Refused(() => GeneralConv(("NHWC", "HWIO", "NHWC"), 4, [1, 1], [1]).Init(new Key(0), zeros(1, 2, 2, 3))));
        Assert.Contains("amounts for 1 axes", Refused(() => Conv(4, (1, 1), padding: WindowPadding.Explicit((1, 1))).Init(new Key(0), zeros(1, 2, 2, 3))));
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}

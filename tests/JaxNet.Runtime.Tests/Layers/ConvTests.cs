using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class ConvTests
{
    [Theory]
    [InlineData("VALID", 1, 1)]
    [InlineData("VALID", 2, 1)]
    [InlineData("VALID", 1, 2)]
    [InlineData("SAME", 1, 1)]
    [InlineData("SAME", 2, 1)]
    [InlineData("SAME", 3, 1)]
    [InlineData("SAME", 1, 2)]
    [InlineData("SAME", 2, 2)]
    public void EqualsTheDefinition(string padding, long stride, long dilation)
    {
        var image = Reference.Image.Counting(2, 7, 8, 3);
        var kernel = Reference.Image.Counting(2, 3, 3, 4);
        double[] bias = [1, -2, 3, -4];
        var parameters = new ConvParams { Kernel = kernel.ToTensor(), Bias = tensor(new float[] { 1, -2, 3, -4 }) };

        var output = Conv(4, (2, 3), (stride, stride), padding, (dilation, dilation)).Apply(parameters, image.ToTensor());

        var expected = Reference.Conv(image, kernel, bias, padding == "SAME", stride, dilation);
        Assert.Equal(expected.Shape, output.shape);
        Assert.Equal(expected.Values.Select(value => (float)value), output.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void GradientsAreThoseOfTheDefinition()
    {
        // The output is linear in kernel and bias: the gradient of its sum is the sum of the inputs that a weight sees,
        // and the number of outputs for the bias.
        var image = Reference.Image.Counting(1, 4, 5, 2);
        var conv = Conv(3, (2, 2));
        var parameters = conv.Init(new Key(0), image.ToTensor());

        var gradient = Transforms.Grad<ConvParams>(p => conv.Apply(p, image.ToTensor()).sum())(parameters);

        Assert.Equal([12f, 12f, 12f], gradient.Bias.data<float>().ToArray());
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                for (var c = 0; c < 2; c++)
                {
                    var seen = 0.0;
                    for (var y = 0; y < 3; y++)
                        for (var x = 0; x < 4; x++)
                            seen += image[0, y + i, x + j, c];

                    Assert.Equal((float)seen, gradient.Kernel[i, j, c, 1].item<float>());
                }
            }
        }
    }

    [Fact]
    public void ExplicitPaddingIsAddedWhereItIsNamed()
    {
        var output = Conv(1, (1, 1), padding: WindowPadding.Explicit((1, 0), (0, 2))).Apply(
            new ConvParams { Kernel = ones(1, 1, 1, 1), Bias = zeros(1) }, ones(1, 1, 1, 1));

        Assert.Equal([1L, 2, 3, 1], output.shape);
        Assert.Equal([0f, 0, 0, 1, 0, 0], output.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void ParametersHaveTheOrderHwio()
    {
        var parameters = Conv(8, (3, 5)).Init(new Key(0), zeros(1, 9, 9, 2));

        Assert.Equal([3L, 5, 2, 8], parameters.Kernel.shape);
        Assert.Equal([8L], parameters.Bias.shape);
    }

    [Fact]
    public void AnImageWithoutABatchAxisIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Conv(8, (3, 3)).Init(new Key(0), zeros(28, 28, 1)));

        Assert.Contains("Conv takes images of shape [n, height, width, channels], but got [28, 28, 1]", error.Message);
    }

    [Fact]
    public void AWindowLargerThanTheImageIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Conv(8, (3, 3)).Init(new Key(0), zeros(1, 2, 2, 1)));

        Assert.Contains("larger than (2, 2), the axes that it slides along in the images of shape [1, 2, 2, 1]", error.Message);
    }

    [Fact]
    public void OtherChannelsThanInitialisedForAreRefusedBeforeTheOperation()
    {
        var conv = Conv(8, (3, 3));
        var parameters = conv.Init(new Key(0), zeros(1, 5, 5, 1));

        var error = Assert.Throws<ParameterShapeException>(() => conv.Apply(parameters, zeros(1, 5, 5, 3)));

        Assert.Contains("Layers.Conv", error.Message);
        Assert.Contains("kernel has the shape [3, 3, 1, 8]", error.Message);
        Assert.Contains("[3, 3, 3, 8]", error.Message);
    }
}

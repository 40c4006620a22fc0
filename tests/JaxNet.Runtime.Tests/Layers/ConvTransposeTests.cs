using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class ConvTransposeTests
{
    [Theory]
    [InlineData("SAME")]
    [InlineData("VALID")]
    public void EqualsPyTorchsWithAMirroredKernelInJaxsSizes(string padding)
    {
        Golden.Check($"conv_transpose, wide, {padding}", ConvTranspose(3, (3, 4), (2, 1), padding));
        Golden.Check($"conv_transpose, narrow, {padding}", ConvTranspose(3, (2, 1), (3, 2), padding));
        Golden.Check($"conv_transpose, square, {padding}", ConvTranspose(3, (2, 3), (2, 3), padding));
        Golden.Check($"conv1d_transpose, {padding}", Conv1DTranspose(3, 3, 2, padding));
    }

    [Fact]
    public void GeneralConvTransposeTakesItsAxesInAnyOrder() =>
        Golden.Check("conv_transpose, channels first", GeneralConvTranspose(("NCHW", "OIHW", "NCHW"), 3, [3, 2], [2, 3], "SAME"));

    [Fact]
    public void AnImpulseBecomesTheMirroredKernel()
    {
        // VALID puts a window but one around the inputs; in JAX the kernel isn't mirrored, so what comes out is.
        var parameters = new GeneralConvTransposeParams { Kernel = tensor(new float[] { 2, 3 }, [2, 1, 1]), Bias = zeros(1) };

        Assert.Equal([3f, 2], Impulse());
        Assert.Equal([3f, 0, 2], Impulse(dilation: [2]));
        Assert.Equal([0f, 3, 2, 0, 0], Impulse(padding: WindowPadding.Explicit((2, 3))));

        float[] Impulse(long[]? dilation = null, WindowPadding padding = default) =>
            GeneralConvTranspose(("NTC", "TIO", "NTC"), 1, [2], padding: padding, dilation: dilation)
                .Apply(parameters, ones(1, 1, 1)).contiguous().data<float>().ToArray();
    }
}

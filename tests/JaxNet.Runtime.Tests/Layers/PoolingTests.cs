using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class PoolingTests
{
    public static TheoryData<string, long, long> Windows => new()
    {
        // Tiling; tiling with a rest; overlapping; with gaps; each also with a border.
        { "VALID", 2, 2 },
        { "VALID", 3, 3 },
        { "VALID", 3, 1 },
        { "VALID", 2, 3 },
        { "SAME", 2, 2 },
        { "SAME", 3, 1 },
        { "SAME", 3, 2 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void MaxPoolEqualsTheDefinition(string padding, long window, long stride) =>
        Check(MaxPool((window, window), (stride, stride), padding), padding, window, stride, elements => elements.Max());

    [Theory]
    [MemberData(nameof(Windows))]
    public void SumPoolEqualsTheDefinition(string padding, long window, long stride) =>
        Check(SumPool((window, window), (stride, stride), padding), padding, window, stride, elements => elements.Sum());

    [Theory]
    [MemberData(nameof(Windows))]
    public void AvgPoolCountsOnlyWhatIsInsideTheImage(string padding, long window, long stride) =>
        Check(AvgPool((window, window), (stride, stride), padding), padding, window, stride, elements => elements.Average());

    [Fact]
    public void StridesAreOneUnlessGiven() =>
        Assert.Equal([1L, 3, 3, 1], MaxPool((2, 2)).Apply(MaxPoolParams.Empty, zeros(1, 4, 4, 1)).shape);

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void TheGradientOfMaxPoolGoesToTheLargestElement(long stride)
    {
        var image = tensor(new float[] { 1, 5, 2, 3 }, [1, 2, 2, 1]);

        var gradient = Transforms.Grad<Tensor>(x => MaxPool((2, 2), (stride, stride)).Apply(MaxPoolParams.Empty, x).sum())(image);

        Assert.Equal([0f, 1, 0, 0], gradient.data<float>().ToArray());
    }

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(3, 3, 1)]
    public void AWindowOfNothingButPaddingIsRefused(long low, long high, long stride)
    {
        var padding = WindowPadding.Explicit((low, high), (0, 0));
        foreach (var pool in new Layer[] { MaxPool((2, 1), (stride, 1), padding), AvgPool((2, 1), (stride, 1), padding) })
        {
            var error = Assert.Throws<ArgumentException>(() => Sequential(pool).Init(new Key(0), zeros(1, 3, 3, 1)));
            Assert.Contains($"with the padding (({low}, {high}), (0, 0)) the window (2, 1) somewhere holds nothing but padding. Pad by less than the window.", error.Message);
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 3)]
    public void AWindowThatReachesTheImageIsNot(long low, long high, long stride)
    {
        var padding = WindowPadding.Explicit((low, high), (0, 0));
        Assert.True(isfinite(MaxPool((2, 1), (stride, 1), padding).Apply(MaxPoolParams.Empty, zeros(1, 3, 3, 1))).all().item<bool>());
        Assert.True(isfinite(AvgPool((2, 1), (stride, 1), padding).Apply(AvgPoolParams.Empty, zeros(1, 3, 3, 1))).all().item<bool>());
    }

    private static void Check<TParams>(
        LayerModule<TParams> pool, string padding, long window, long stride, Func<IReadOnlyList<double>, double> combine)
        where TParams : Params
    {
        var image = Reference.Image.Counting(2, 7, 8, 3);

        var output = pool.Apply(pool.Init(new Key(0), image.ToTensor()), image.ToTensor());

        var expected = Reference.Pool(image, (window, window), padding == "SAME", stride, combine);
        Assert.Equal(expected.Shape, output.shape);
        Assert.Equal(expected.Values.Select(value => (float)value), output.contiguous().data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }
}

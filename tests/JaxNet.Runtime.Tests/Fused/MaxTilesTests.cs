using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Fused;

/// <summary>Tiles' largest numbers, against <c>amax</c>.</summary>
public sealed class MaxTilesTests
{
    [Theory]
    [InlineData(6, 8, 16, 2, 2)]
    [InlineData(7, 9, 5, 2, 2)]
    [InlineData(9, 10, 19, 3, 2)]
    [InlineData(1, 1, 3, 1, 1)]
    [InlineData(40, 64, 64, 2, 2)]
    public void ValuesAndGradientsAreThoseOfAmax(long height, long width, long channels, long tileHeight, long tileWidth)
    {
        // Of few whole numbers, so that many tiles have several largest ones.
        var images = new Key(0).RandInt([3, height, width, channels], 0, 4).@float();
        var weights = new Key(1).Normal([3, height / tileHeight, width / tileWidth, channels]);
        var pool = MaxPool((tileHeight, tileWidth), (tileHeight, tileWidth));
        var parameters = pool.Init(new Key(0), images);

        var (value, gradient) = Transforms.ValueAndGrad<Tensor>(x => (pool.Apply(parameters, x) * weights).sum())(images);
        var (right, rightGradient) = Transforms.ValueAndGrad<Tensor>(x => (ByAmax(x) * weights).sum())(images);

        Assert.Equal(right.item<float>(), value.item<float>());
        Assert.Equal(rightGradient.data<float>().ToArray(), gradient.data<float>().ToArray());

        Tensor ByAmax(Tensor x) => x.narrow(1, 0, height / tileHeight * tileHeight).narrow(2, 0, width / tileWidth * tileWidth)
            .reshape(3, height / tileHeight, tileHeight, width / tileWidth, tileWidth, channels).amax([2, 4]);
    }

    [Fact]
    public void OtherLayoutsAndTypesHaveTheSameValues()
    {
        var images = new Key(0).Normal([2, 5, 4, 6]);
        var pool = MaxPool((2, 2), (2, 2));
        var parameters = pool.Init(new Key(0), images);
        var right = pool.Apply(parameters, images).data<float>().ToArray();

        Assert.Equal(right, pool.Apply(parameters, images.transpose(0, 3).contiguous().transpose(0, 3)).data<float>().ToArray());
        Assert.Equal(right, pool.Apply(parameters, images.type(ScalarType.Float64)).@float().data<float>().ToArray());
    }

    [Fact]
    public void ImagesThatAreNegatedLazilyAreWhatTheyShow()
    {
        foreach (var size in new long[] { 1, 2 })
        {
            var images = complex(zeros(1, size, size, 1), new Key(0).Uniform([1, size, size, 1])).conj().imag;
            var pool = MaxPool((size, size), (size, size));

            Assert.True(images.is_neg());
            Assert.Equal(images.max().item<float>(), pool.Apply(pool.Init(new Key(0), images), images).item<float>());
        }
    }

    /// <summary>In <c>amax</c>'s gradient the largest are counted, and no number equals NaN: the whole tile's gradient is 0 / 0.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(35)]
    public void GradientsWithNotANumberAreThoseOfAmax(long channels)
    {
        var images = new Key(0).RandInt([2, 6, 8, channels], 0, 3).@float();
        images[0, 1, 0] = float.NaN;
        images[0, TensorIndex.Slice(2, 4), TensorIndex.Slice(2, 4)] = float.NaN;
        images[1, 0, 0, 0] = float.NaN;
        images[1, 0, 0, channels - 1] = float.NaN;
        images[1, TensorIndex.Slice(4, 6), 0] = float.PositiveInfinity;
        images[1, TensorIndex.Slice(4, 6), TensorIndex.Slice(4, 6)] = float.NegativeInfinity;
        var weights = new Key(1).Normal([2, 3, 4, channels]);
        weights[1, 1, 1] = float.NaN;
        weights[1, 1, 2] = float.PositiveInfinity;
        var pool = MaxPool((2, 2), (2, 2));
        var parameters = pool.Init(new Key(0), images);

        var gradient = Transforms.Grad<Tensor>(x => (pool.Apply(parameters, x) * weights).sum())(images);
        var right = Transforms.Grad<Tensor>(x => (x.reshape(2, 3, 2, 4, 2, channels).amax([2, 4]) * weights).sum())(images);

        Assert.Equal(right.data<float>().ToArray(), gradient.data<float>().ToArray());
    }

    /// <summary>.NET's spans end at 2 GB. Images of one number that is everywhere take no memory.</summary>
    [Fact]
    public void MoreThanASpanHoldsIsLeftToLibtorch()
    {
        Assert.True(MaxTiles.Fits(zeros(1, 1, 1, 1).expand(1, 1 << 14, 1 << 14, 1), [2, 2]));
        Assert.False(MaxTiles.Fits(zeros(1, 1, 1, 1).expand(2, 1 << 14, 1 << 14, 1), [2, 2]));
    }

    [Fact]
    public void NotANumberIsTheLargest()
    {
        var images = zeros(1, 2, 2, 9);
        images[0, 1, 0, 0] = float.NaN;
        images[0, 1, 0, 8] = float.NaN;
        var pool = MaxPool((2, 2), (2, 2));

        var largest = pool.Apply(pool.Init(new Key(0), images), images).data<float>().ToArray();

        Assert.Equal([float.NaN, 0, 0, 0, 0, 0, 0, 0, float.NaN], largest);
    }
}

using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>A rectifier before a pooling of the largest is called after it: nobody can tell but by the time.</summary>
public sealed class CallOrderTests
{
    public static TheoryData<Layer[], int[]> Orders => new()
    {
        { [], [] },
        { [Relu], [0] },
        { [Relu, MaxPool((2, 2))], [1, 0] },
        { [Dense(3), Relu, MaxPool((2, 2)), Relu, MaxPool((2, 2)), Tanh], [0, 2, 1, 4, 3, 5] },
        { [Relu, Relu, MaxPool((2, 2))], [0, 2, 1] },
        { [Relu, MaxPool((2, 2), padding: WindowPadding.Same)], [1, 0] },
        { [Relu, MaxPool((2, 2), padding: WindowPadding.Explicit((1, 1), (1, 1)))], [1, 0] },
        { [MaxPool((2, 2)), Relu], [0, 1] },
        { [Relu, AvgPool((2, 2))], [0, 1] },
        { [Tanh, MaxPool((2, 2))], [0, 1] },
        { [Tanh, MaxPool((2, 2)), Sigmoid, MaxPool((2, 2)), Tanh, MaxPool((2, 2)), Relu, MaxPool((2, 2))], [0, 1, 2, 3, 4, 5, 7, 6] },
        { [Relu, Dense(3), MaxPool((2, 2))], [0, 1, 2] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void OnlyARectifierAndThePoolingBehindItChangePlaces(Layer[] layers, int[] order)
    {
        var called = new List<int>();
        foreach (var i in layers.InCallOrder())
            called.Add(i);

        Assert.Equal(order, called);
    }

    // Small whole numbers, so that many are alike, zero or below it.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void ValuesAndGradientsAreThoseOfTheOrderThatWasWritten(long strides, long size)
    {
        var images = new Key(0).RandInt([4, 9, 7, 3], -3, 3).type(ScalarType.Float32);
        var pool = MaxPool((size, 2), strides: (strides, 2), padding: WindowPadding.Same);
        var net = Sequential(Relu, pool);
        var parameters = net.Init(new Key(0), images);

        var (value, gradient) = Transforms.ValueAndGrad<Tensor>(x => (net.Apply(parameters, x) * Weights(net.Apply(parameters, x))).sum())(images);
        var (expected, expectedGradient) = Transforms.ValueAndGrad<Tensor>(x => (pool.Apply(pool.Init(new Key(0), images), x.relu()) * Weights(net.Apply(parameters, x))).sum())(images);

        Assert.Equal(expected.item<float>(), value.item<float>());
        Assert.Equal(expectedGradient.data<float>().ToArray(), gradient.data<float>().ToArray());
    }

    [Fact]
    public void PathsAndPositionsAreThoseOfTheOrderThatWasWritten()
    {
        var net = Sequential(Conv(2, (3, 3)), Relu, MaxPool((2, 2)), Flatten, Dense(3));
        var parameters = net.Init(new Key(0), zeros(1, 6, 6, 1));

        Assert.Equal(["conv.kernel", "conv.bias", "dense.kernel", "dense.bias"], Tree.Paths(parameters));
        Assert.Equal("MaxPool", net.Layers[2].Name);
        Assert.NotNull(parameters[4]);
    }

    private static Tensor Weights(Tensor like) => arange(like.numel(), dtype: ScalarType.Float32).reshape(like.shape);
}

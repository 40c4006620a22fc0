using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Combinators;

public static partial class One
{
    /// <summary>What a batch can't be given to: how much is taken of an example depends on its values.</summary>
    [Parametrized]
    public static partial Tensor Positive(Tensor x) => Dense(x, 3) * x.masked_select(x > 0).shape[0];

    [Parametrized]
    public static partial (Tensor Sum, Tensor Product) Both(Tensor x, Tensor y) => (Dense(x, 2) + y, x.sum() * y);

    [Parametrized]
    public static partial Tensor Noise(Tensor x) => x + RandomKey().Normal(x.shape);

    [Parametrized]
    public static partial Tensor Unequal(Tensor x) => x.masked_select(x > 0);
}

public sealed class BatchedTests
{
    private readonly Tensor _x = new Key(1).Normal([5, 6]);

    [Fact]
    public void EachExampleIsTreatedOnItsOwn()
    {
        var batched = Batched(One.Positive());
        var (parameters, output) = batched.InitWithOutput(new Key(0), _x);

        Assert.Equal([6L, 3], parameters.Dense.Kernel.shape);
        Assert.Equal([5L, 3], output.shape);
        Assert.Equal(Numbers(One.Positive().Init(new Key(0), _x[0])), Numbers(parameters));
        var counts = (_x > 0).sum(1, true);
        Assert.True(((_x.matmul(parameters.Dense.Kernel) + parameters.Dense.Bias) * counts).allclose(batched.Apply(parameters, _x), rtol: 1e-5, atol: 1e-6));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(-2, -1)]
    public void OverAnyAxis(long axis, long outAxis)
    {
        var dense = Dense(3);
        var batched = Batched(dense, axis, outAxis);
        var examples = axis is 0 or -2 ? _x : _x.transpose(0, 1);
        var parameters = batched.Init(new Key(0), examples);

        var expected = dense.Apply(parameters, _x);
        Assert.True((outAxis == 0 ? expected : expected.transpose(0, 1)).allclose(batched.Apply(parameters, examples), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void TreesGoInAndOut()
    {
        var (y, batched) = (new Key(2).Normal([5, 1]), Batched(One.Both()));
        var parameters = batched.Init(new Key(0), (_x, y));

        var (sum, product) = batched.Apply(parameters, (_x, y));

        Assert.True((_x.matmul(parameters.Dense.Kernel) + parameters.Dense.Bias + y).allclose(sum, rtol: 1e-5, atol: 1e-6));
        Assert.True((_x.sum(1, true) * y).allclose(product, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void GradientsAddUp()
    {
        var dense = Dense(3);
        var parameters = dense.Init(new Key(0), _x);

        var ofBatch = Transforms.Grad((DenseParams p) => dense.Apply(p, _x).tanh().sum())(parameters);
        var added = Transforms.Grad((DenseParams p) => Batched(dense).Apply(p, _x).tanh().sum())(parameters);

        Assert.True(ofBatch.Kernel.allclose(added.Kernel, rtol: 1e-5, atol: 1e-6));
        Assert.True(ofBatch.Bias.allclose(added.Bias, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void ItIsALayerAndSharesWithItsModule()
    {
        var dense = Dense(6);
        var net = Sequential(Batched(dense), Relu, dense, Batched(dense, axis: 1, outAxis: 1));
        var parameters = net.Init(new Key(0), ones(6, 6));

        Assert.Equal(2, Tree.LeafCount(parameters));
        Assert.Same(dense.ParametersFrom((net, parameters), ones(6, 6)), parameters[0]);
        Assert.Same(parameters[0], parameters[3]);
    }

    [Fact]
    public void EachExampleHasRandomNumbersOfItsOwn()
    {
        var noise = Batched(One.Noise()).Apply(One.NoiseParams.Empty, zeros(2, 3), key: new Key(0));
        Assert.NotEqual(noise[0].data<float>().ToArray(), noise[1].data<float>().ToArray());
    }

    [Fact]
    public void BatchesInBatches()
    {
        var dense = Dense(3);
        var x = new Key(1).Normal([2, 4, 6]);
        var parameters = Batched(Batched(dense)).Init(new Key(0), x);
        Assert.True(dense.Apply(parameters, x).allclose(Batched(Batched(dense)).Apply(parameters, x), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void WhatIsNoBatchIsRefused()
    {
        AssertError("Batched Both got inputs of which 1 has the shape [4, 1], and so 4 examples on axis 0, where 0 has 5.", () => Batched(One.Both()).Init(new Key(0), (_x, zeros(4, 1))));
        AssertError("has the shape [0, 6], and so no examples on axis 0", () => Batched(Dense(3)).Init(new Key(0), zeros(0, 6)));
        AssertError("the root has the shape [5, 6], which has no axis 2 for the examples", () => Batched(Dense(3), axis: 2).Init(new Key(0), _x));
        AssertError("for the example 0 an output of the shape [1], but for the example 1 one of the shape [2]",
            () => Batched(One.Unequal()).Init(new Key(0), tensor(new float[] { 1, -1, 1, 1 }).reshape(2, 2)));

        static void AssertError(string message, Action action) => Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message);
    }

    private static float[] Numbers(object tree) => [.. Tree.Leaves(tree).SelectMany(leaf => leaf.data<float>().ToArray())];
}

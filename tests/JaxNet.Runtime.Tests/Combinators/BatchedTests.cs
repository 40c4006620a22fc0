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

    /// <summary>Looks at how its inputs come.</summary>
    [Parametrized]
    public static partial Tensor Watched(Tensor x, Func<Tensor, Tensor> body)
    {
        var y = Dense(x, 4);
        return body(y);
    }

    [Parametrized]
    public static partial Tensor Recurrent(Tensor sequence) => Rnn(sequence.unsqueeze(0), GRUCell(4), 4).squeeze(0);

    [Parametrized]
    public static partial Tensor Image(Tensor image) => Sequential(image.unsqueeze(0), Conv(2, (3, 3)), Relu, MaxPool((2, 2), strides: (2, 2)), Flatten, Dense(3)).squeeze(0);

    [Parametrized]
    public static partial Tensor Encoder(Tensor x) => Dense(x, 4);

    public static readonly DenseModule Field = Dense(4);

    public static readonly LayerModule<DenseParams> BatchedField = Batched(Dense(4));

    [Parametrized]
    public static partial Tensor InLists(Tensor x) => Sequential(x, Batched(Encoder()), Relu, Batched(Field), BatchedField, Sequential(Batched(Encoder())));

    [Parametrized]
    public static partial Dictionary<string, Tensor> Heads(Tensor x, IReadOnlyDictionary<string, Layer> heads) =>
        heads.ToDictionary(head => head.Key, head => head.Value(x));

    [Parametrized]
    public static partial Tensor ByName(Tensor x) => Heads(x, new Dictionary<string, Layer> { ["one"] = Batched(Encoder()), ["other"] = Dense(2) })["one"];

    /// <summary>One tensor twice for some examples, and two for others.</summary>
    [Parametrized]
    public static partial (Tensor, Tensor) Absolute(Tensor x) => (x, (x.sum() > 0).item<bool>() ? x : -x);

    [Parametrized]
    public static partial Dictionary<string, Tensor> Named(Tensor x) => new() { [(x.sum() > 0).item<bool>() ? "positive" : "negative"] = x };

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

    public static TheoryData<string, Func<Tensor, Tensor>, bool> Bodies => new()
    {
        { "elementwise", y => tanh(y * 2).exp() + 1, true },
        { "sum of all", y => y.sum(), true },
        { "mean", y => y - y.mean(), true },
        { "softmax", y => y.softmax(0), true },
        { "largest", y => y.amax([-1]), true },
        { "slices", y => y[0] * y[TensorIndex.Slice(1, 3)], true },
        { "joined", y => cat([y, y.flip(0)]), true },
        { "outer product", y => outer(y, y), true },
        { "shape", y => y.reshape(2, -1).sum([0]) / y.shape[0], true },
        { "constant", _ => ones(2), true },
        { "branch on numbers", y => where(y > 0, y, -y), true },
        { "a number of it", y => y * y.sum().item<float>(), false },
        { "branch on a number", y => (y[0] > 0).item<bool>() ? y : -y, false },
        { "its numbers", y => tensor(y.detach().data<float>().ToArray()) + y, false },
        { "in place", y => zeros(4).add_(y), false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void EveryBodyGivesWhatItGivesForEachExample(string name, Func<Tensor, Tensor> body, bool isAtOnce)
    {
        var calls = 0;
        var one = One.Watched(y => { calls++; return body(y); });
        var parameters = one.Init(new Key(0), _x[0]);
        var expected = stack(Enumerable.Range(0, 5).Select(i => one.Apply(parameters, _x[i])));
        Tensor Loss(One.WatchedParams p) => (Batched(one).Apply(p, _x) * new Key(4).Normal(expected.shape)).sum();
        Tensor LossOneByOne(One.WatchedParams p) =>
            (stack(Enumerable.Range(0, 5).Select(i => one.Apply(p, _x[i]))) * new Key(4).Normal(expected.shape)).sum();

        calls = 0;
        var output = Batched(one).Apply(parameters, _x);
        Assert.True(isAtOnce == (calls == 1), $"{name}: {calls} calls");
        Assert.True(expected.allclose(output, rtol: 1e-5, atol: 1e-6), name);
        if (name == "constant")
            return;

        var (at, apart) = (Transforms.Grad<One.WatchedParams>(Loss)(parameters), Transforms.Grad<One.WatchedParams>(LossOneByOne)(parameters));
        Assert.True(apart.Dense.Kernel.allclose(at.Dense.Kernel, rtol: 1e-4, atol: 1e-5), name);
    }

    [Fact]
    public void LayersWithPathsOfTheirOwnWorkInBatchesToo()
    {
        var sequences = new Key(5).Normal([3, 7, 2]);
        AssertBatch(One.Recurrent(), sequences, Enumerable.Range(0, 3).Select(i => sequences[i]));
        var images = new Key(6).Normal([3, 8, 8, 1]);
        AssertBatch(One.Image(), images, Enumerable.Range(0, 3).Select(i => images[i]));

        static void AssertBatch<TParams>(Module<TParams, Tensor, Tensor> module, Tensor batch, IEnumerable<Tensor> examples)
        {
            var parameters = Batched(module).Init(new Key(0), batch);
            var expected = stack(examples.Select(example => module.Apply(parameters, example)));
            Assert.True(expected.allclose(Batched(module).Apply(parameters, batch), rtol: 1e-5, atol: 1e-6));
        }
    }

    [Fact]
    public void AnErrorOfTheBodyIsThatForAnExample()
    {
        var error = Assert.ThrowsAny<Exception>(() => Batched(Dense(3)).Apply(Dense(3).Init(new Key(0), zeros(5)), _x));
        Assert.Contains("[5, 3]", error.Message);
        Assert.Contains("[6, 3]", error.Message);
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
    public void ExamplesMayShareWhereOthersDoNot()
    {
        var x = tensor(new float[] { 1, 2, -3, -4, 5, 6 }, [3, 2]);
        foreach (var examples in new[] { x, x.flip(0), -x })
        {
            var (same, absolute) = Batched(One.Absolute()).Apply(One.AbsoluteParams.Empty, examples);

            Assert.True(same.Equals(examples));
            Assert.True(absolute.Equals(examples.abs()));
        }
    }

    [Fact]
    public void WhatIsNoBatchIsRefused()
    {
        AssertError("Batched Named has for the example 1 an output of another structure than for the example 0. At the root: the first has Dictionary<String, Tensor> with the children positive",
            () => Batched(One.Named()).Init(new Key(0), tensor(new float[] { 1, -1 }).reshape(2, 1)));
        AssertError("Batched Both got inputs of which 1 has the shape [4, 1], and so 4 examples on axis 0, where 0 has 5.", () => Batched(One.Both()).Init(new Key(0), (_x, zeros(4, 1))));
        AssertError("has the shape [0, 6], and so no examples on axis 0", () => Batched(Dense(3)).Init(new Key(0), zeros(0, 6)));
        AssertError("the root has the shape [5, 6], which has no axis 2 for the examples", () => Batched(Dense(3), axis: 2).Init(new Key(0), _x));
        AssertError("for the example 0 an output of the shape [1], but for the example 1 one of the shape [2]",
            () => Batched(One.Unequal()).Init(new Key(0), tensor(new float[] { 1, -1, 1, 1 }).reshape(2, 2)));

        static void AssertError(string message, Action action) => Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message);
    }

    private static float[] Numbers(object tree) => [.. Tree.Leaves(tree).SelectMany(leaf => leaf.data<float>().ToArray())];

    [Fact]
    public void What_is_batched_in_a_list_of_a_template_is_found_again()
    {
        var x = new Key(1).Normal([5, 4]);
        var found = (One.InLists(), One.InLists().Init(new Key(0), x));
        var layers = found.Item2.Sequential;

        Assert.Same(layers[0], One.Encoder().ParametersFrom(found, x));
        Assert.Same(layers[2], One.Field.ParametersFrom(found, x));
        Assert.Same(layers[3], One.BatchedField.ParametersFrom(found, x));
        Assert.Same(((SequentialParams)layers[4]!)[0], layers[0]);

        // A copy, as from a checkpoint, is as good.
        var copy = Tree.Map(found.Item2, leaf => leaf.clone());
        Assert.Same(copy.Sequential[2], One.Field.ParametersFrom((One.InLists(), copy), x));
        Assert.True(One.InLists().Apply(copy, x).Equals(One.InLists().ApplyFrom((One.InLists(), copy), x)));
    }

    [Fact]
    public void What_is_batched_in_a_dictionary_of_a_template_is_found_again()
    {
        var p = One.ByName().Init(new Key(0), _x);

        Assert.Same(p.Heads.Heads["one"], One.Encoder().ParametersFrom((One.ByName(), p), _x));
    }
}

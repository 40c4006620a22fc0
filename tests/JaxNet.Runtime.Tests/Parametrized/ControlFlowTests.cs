using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class ControlFlow
{
    [Parametrized]
    public static partial Tensor Stack(Tensor x, int depth)
    {
        for (var i = 0; i < depth; i++)
            x = Relu(Dense(x, 3 + i));

        return x;
    }

    [Parametrized]
    public static partial Tensor Scaled(Tensor x, int count)
    {
        foreach (var i in Enumerable.Range(0, count))
            x *= Parameter([], Initializers.Constant(i + 2), "scale");

        return x;
    }

    [Parametrized]
    public static partial Tensor Bottleneck(Tensor x, bool project)
    {
        var y = Dense(x, 4);
        return project ? Dense(y, 2) : y;
    }

    [Parametrized]
    public static partial Tensor Early(Tensor x, bool stop)
    {
        if (stop)
            return x;

        var bias = Parameter([x.shape[^1]], Initializers.Ones(), "bias");
        return x + bias;
    }

    [Parametrized]
    public static partial Tensor Recurrent(Tensor x, int steps)
    {
        Layer step = Dense(x.shape[^1]);
        for (var i = 0; i < steps; i++)
            x = Tanh(step(x));

        return x;
    }

    /// <summary>A layer that each round makes, and some don't call.</summary>
    [Parametrized]
    public static partial Tensor Dropped(Tensor x, bool[] keep)
    {
        for (var i = 0; i < keep.Length; i++)
        {
            Layer layer = Dense(2);
            if (CurrentMode == Mode.Eval || keep[i])
                x = x + layer(x);
        }

        return x;
    }

    /// <summary>Bounded by its depth.</summary>
    [Parametrized]
    public static partial Tensor Nested(Tensor x, int depth) => depth == 0 ? x : Nested(Dense(x, 2), depth - 1);

    /// <summary>One module, which is a part of itself if the input is long.</summary>
    [Parametrized]
    public static partial Tensor Halved(Tensor x) => x.shape[0] < 2 ? Dense(x, 2) : HalvedAgain(x, x.shape[0]);

    [Parametrized]
    public static partial Tensor HalvedAgain(Tensor x, long length) => length < 4 ? Dense(x, 2) : Halved(x[..(int)(length / 2)]);
}

public sealed class ControlFlowTests
{
    [Fact]
    public void OneModuleThatWouldBeAPartOfItselfSaysSo()
    {
        Assert.Equal([2L, 2], ControlFlow.Halved().Init(new Key(0), ones(3, 2)).HalvedAgain!.Dense!.Kernel.shape);

        var error = Assert.ThrowsAny<Exception>(() => ControlFlow.Halved().Init(new Key(0), ones(4, 2)));
        Assert.Contains("Halved called itself while it was initialised", error.GetBaseException().Message);
        Assert.Contains("give its template a hyperparameter", error.GetBaseException().Message);
    }

    [Fact]
    public void ACallInALoopIsAListWithAnElementForEachRound()
    {
        var parameters = ControlFlow.Stack(3).Init(new Key(0), zeros(1, 2));

        Assert.Equal(3, parameters.Dense.Count);
        Assert.Equal([2L, 3], parameters.Dense[0].Kernel.shape);
        Assert.Equal([4L, 5], parameters.Dense[2].Kernel.shape);
        Assert.Equal("dense.2.kernel", Tree.Paths(parameters)[4]);
    }

    [Fact]
    public void ALayerThatEachRoundMakesHasTheParametersOfItsRoundWhicheverAreCalled()
    {
        var net = ControlFlow.Dropped([true, false, true]);
        var p = net.Init(new Key(0), ones(1, 2), Mode.Eval);
        var expected = ones(1, 2);
        foreach (var round in new[] { 0, 2 })
            expected = expected + Dense(2).Apply(p.Dense[round], expected);

        Assert.Equal(0, (expected - net.Apply(p, ones(1, 2))).abs().max().item<float>());

        var error = Assert.ThrowsAny<Exception>(() => net.Apply(net.Init(new Key(0), ones(1, 2)), ones(1, 2), mode: Mode.Eval));
        Assert.Contains("dense", error.GetBaseException().Message);
    }

    [Fact]
    public void EachRoundHasItsOwnParametersInApply()
    {
        var scaled = ControlFlow.Scaled(3);
        var parameters = scaled.Init(new Key(0), ones(1));

        Assert.Equal(2 * 3 * 4, scaled.Apply(parameters, ones(1)).item<float>());
        var changed = parameters with { Scale = parameters.Scale.With(1, tensor(10f)) };
        Assert.Equal(2 * 10 * 4, scaled.Apply(changed, ones(1)).item<float>());

        // d(abc)/da = bc, and so on.
        var gradient = Transforms.Grad<ControlFlow.ScaledParams>(p => scaled.Apply(p, ones([])))(parameters);
        Assert.Equal([12f, 8, 6], gradient.Scale.Select(leaf => leaf.item<float>()));
    }

    [Fact]
    public void TheKeyChainGoesThroughTheRoundsInOrder()
    {
        // key, sub = split(key) before each parameter: the kernel of the second round has the third link.
        var chain = new Key(7);
        var links = new List<Key>();
        for (var i = 0; i < 4; i++)
        {
            (chain, var link) = chain.Split();
            links.Add(link);
        }

        var parameters = ControlFlow.Stack(2).Init(new Key(7), zeros(1, 2));

        Assert.True(parameters.Dense[1].Kernel.Equals(Initializers.GlorotNormal()(links[2], [3, 4])));
    }

    [Fact]
    public void MoreRoundsThanAtInitAreAnErrorThatNamesTheMember()
    {
        var parameters = ControlFlow.Stack(2).Init(new Key(0), zeros(1, 2));

        var error = Assert.Throws<MissingParameterException>(() => ControlFlow.Stack(3).Apply(parameters, zeros(1, 2)));

        Assert.Contains("ControlFlow.Stack: dense has 2 elements", error.Message);
    }

    [Fact]
    public void ACallUnderAConditionIsAnOptionalMember()
    {
        Assert.Null(ControlFlow.Bottleneck(false).Init(new Key(0), zeros(1, 3)).Dense1);
        Assert.Equal([4L, 2], ControlFlow.Bottleneck(true).Init(new Key(0), zeros(1, 3)).Dense1!.Kernel.shape);
    }

    [Fact]
    public void AnAbsentMemberThatIsNeededIsAnErrorThatNamesIt()
    {
        var parameters = ControlFlow.Bottleneck(false).Init(new Key(0), zeros(1, 3));

        var error = Assert.Throws<MissingParameterException>(() => ControlFlow.Bottleneck(true).Apply(parameters, zeros(1, 3)));

        Assert.Contains("ControlFlow.Bottleneck: dense1 was not initialised", error.Message);
    }

    [Fact]
    public void TreesWithAbsentMembersCanBeMapped()
    {
        var parameters = ControlFlow.Bottleneck(false).Init(new Key(0), zeros(1, 3));

        var mapped = Tree.Map(parameters, leaf => leaf * 2);

        Assert.Null(mapped.Dense1);
        Assert.Equal(2, Tree.LeafCount(mapped));
    }

    [Fact]
    public void WhatStandsBehindAnEarlyReturnIsOptional()
    {
        Assert.Null(ControlFlow.Early(true).Init(new Key(0), zeros(1, 3)).Bias);

        var early = ControlFlow.Early(false);
        Assert.Equal(6, early.Apply(early.Init(new Key(0), zeros(1, 3)), ones(1, 3)).sum().item<float>());
    }

    [Fact]
    public void AModuleDeclaredBeforeALoopIsSharedByItsRounds()
    {
        var recurrent = ControlFlow.Recurrent(3);
        var x = new Key(1).Normal([1, 2]);

        var parameters = recurrent.Init(new Key(0), x);

        Assert.Equal(2, Tree.LeafCount(parameters));
        var expected = x;
        for (var i = 0; i < 3; i++)
            expected = (expected.matmul(parameters.Dense!.Kernel) + parameters.Dense.Bias).tanh();

        Assert.True(allclose(expected, recurrent.Apply(parameters, x)));
    }

    [Fact]
    public void RecursionUnderAConditionNests()
    {
        var parameters = ControlFlow.Nested(2).Init(new Key(0), zeros(1, 3));

        Assert.Equal([3L, 2], parameters.Dense!.Kernel.shape);
        Assert.Equal([2L, 2], parameters.Nested!.Dense!.Kernel.shape);
        Assert.Null(parameters.Nested.Nested!.Dense);
    }
}

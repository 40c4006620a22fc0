using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Scans
{
    /// <summary>A carry of two kinds of trees, outputs of two tensors.</summary>
    [Parametrized]
    public static partial ((Tensor[] Sums, Dictionary<string, Tensor> Named) Carry, (Tensor Scaled, Tensor Count) Outputs) Count(
        (Tensor[] Sums, Dictionary<string, Tensor> Named) carry, (Tensor Left, Tensor Right) inputs)
    {
        var scale = Parameter([], Initializers.Constant(3), "scale");
        var count = carry.Named["count"] + 1;
        var sum = carry.Sums[0] + (inputs.Left * inputs.Right * scale);
        return (([sum], new() { ["count"] = count }), (sum, count));
    }

    [Parametrized]
    public static partial (Tensor Sum, Tensor Count, Tensor Scaled, Tensor Counts) Trees(Tensor left, Tensor right)
    {
        var start = (new[] { zeros(2) }, new Dictionary<string, Tensor> { ["count"] = zeros([]) });
        var (carry, outputs) = Scan(Count(), start, (left, right));
        return (carry.Item1[0], carry.Item2["count"], outputs.Item1, outputs.Item2);
    }

    [Parametrized]
    public static partial Tensor Dropped(Tensor xs) => Scan(Step(0.5), zeros(8), xs).Outputs;

    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) Step(Tensor carry, Tensor x, double rate) => (carry, Dropout(x, rate));

    [Parametrized]
    public static partial Tensor Layered(Tensor xs, int depth)
    {
        for (var i = 0; i < depth; i++)
            xs = Scan(GRUCell(3 + i), zeros(1, 3 + i), xs).Outputs;

        return xs;
    }

    [Parametrized]
    public static partial Tensor BothWays(Tensor xs)
    {
        var cell = GRUCell(4);
        return cat([Scan(cell, zeros(1, 4), xs).Outputs, Scan(cell, zeros(1, 4), xs, reverse: true).Outputs], -1);
    }

    [Parametrized]
    public static partial Tensor Functions(Tensor xs) =>
        Scan(Add, zeros_like(xs[0]), xs).Outputs + Scan((Tensor carry, Tensor x) => (carry * x, carry * x), ones_like(xs[0]), xs).Outputs;

    /// <summary>Both parts of the carry start with one tensor, and the old carry is the output.</summary>
    [Parametrized]
    public static partial (Tensor First, Tensor Second) StartsWithOneTensor(Tensor xs)
    {
        var start = zeros(2);
        return Scan(((Tensor A, Tensor B) c, Tensor x) => ((c.A + x, c.B * 0.5 + x), c), (start, start), xs).Outputs;
    }

    /// <summary>One tensor in both parts of each output.</summary>
    [Parametrized]
    public static partial (Tensor First, Tensor Second) OneTensorTwice(Tensor xs) =>
        Scan((Tensor carry, Tensor x) => (carry + x, (x, x)), zeros(2), xs).Outputs;

    /// <summary>Another structure in each step.</summary>
    [Parametrized]
    public static partial Tensor[] LongerAndLonger(Tensor xs) =>
        Scan((Tensor[] carry, Tensor x) => ((Tensor[])[.. carry, x], carry), [], xs).Outputs;

    private static (Tensor, Tensor) Add(Tensor carry, Tensor x) => (carry + x, carry + x);

    public sealed record Running(Tensor Sum, Tensor Count) : ITree
    {
        public void Visit(TreeVisitor visitor)
        {
            visitor.Child("sum", Sum);
            visitor.Child("count", Count);
        }

        public ITree Rebuild(TreeRebuilder rebuilder) => new Running(rebuilder.Child(Sum), rebuilder.Child(Count));
    }

    [Parametrized]
    public static partial (Running Carry, Tensor Sum) Element(Running carry, Tensor x)
    {
        var next = new Running(carry.Sum + (x * Parameter([], Initializers.Constant(2), "scale")), carry.Count + 1);
        return (next, next.Sum);
    }

    [Parametrized]
    public static partial (Running Carry, Tensor Sums) Row(Running carry, Tensor row) => Scan(Element(), carry, row);

    [Parametrized]
    public static partial (Running Carry, Tensor Sums) Rows(Tensor rows) => Scan(Row(), new Running(zeros([]), zeros([])), rows);
}

public sealed class ScanTests
{
    [Fact]
    public void CarryInputsAndOutputsCanBeTrees()
    {
        var (left, right) = (tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [3, 2]), tensor(new float[] { 1, 1, 2, 2, 3, 3 }, [3, 2]));
        var parameters = Scans.Trees().Init(new Key(0), left, right);

        var (sum, count, scaled, counts) = Scans.Trees().Apply(parameters, left, right);

        // 3 times 1·1 + 3·2 + 5·3, and 3 times 2·1 + 4·2 + 6·3.
        Assert.Equal(["count.scale"], Tree.Paths(parameters));
        Assert.Equal([66f, 84], sum.data<float>().ToArray());
        Assert.Equal(3, count.item<float>());
        Assert.Equal([3f, 6, 21, 30, 66, 84], scaled.data<float>().ToArray());
        Assert.Equal([1f, 2, 3], counts.data<float>().ToArray());
    }

    [Fact]
    public void ARecordIsACarryAndScansNest()
    {
        var rows = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        var parameters = Scans.Rows().Init(new Key(0), rows);

        var (carry, sums) = Scans.Rows().Apply(parameters, rows);

        // Twice 1, 1 + 2, 1 + 2 + 3 and so on.
        Assert.Equal(["row.element.scale"], Tree.Paths(parameters));
        Assert.Equal([2f, 6, 12, 20, 30, 42], sums.data<float>().ToArray());
        Assert.Equal((42f, 6f), (carry.Sum.item<float>(), carry.Count.item<float>()));

        // Of the last sum by the scale: 21.
        Assert.Equal(21, Transforms.Grad((Scans.RowsParams p) => Scans.Rows().Apply(p, rows).Carry.Sum)(parameters).Row.Element.Scale.item<float>());
    }

    [Fact]
    public void EachStepHasAKeyOfItsOwnFromTheChain()
    {
        var xs = ones(4, 8);
        var parameters = Scans.Dropped().Init(new Key(0), xs);

        var outputs = Scans.Dropped().Apply(parameters, xs, new Key(5));

        var (chain, expected) = (new Key(5), new List<Tensor>());
        for (var i = 0; i < 4; i++)
        {
            (var next, _) = chain.Split();
#pragma warning disable JXN0014 // As the chain inside of a network does.
            expected.Add(Dropout(0.5).Apply(DropoutParams.Empty, ones(8), chain));
#pragma warning restore JXN0014
            chain = next;
        }

        Assert.True(outputs.Equals(stack(expected)));
        Assert.False(outputs[0].Equals(outputs[1]) && outputs[1].Equals(outputs[2]));
        Assert.Throws<MissingKeyException>(() => Scans.Dropped().Apply(parameters, xs));
    }

    [Fact]
    public void InALoopEachRoundHasACellOfItsOwn()
    {
        var xs = new Key(1).Normal([5, 1, 2]);
        var parameters = Scans.Layered(2).Init(new Key(0), xs);

        var first = GRUCell(3).Scan(parameters.GRUCell[0], zeros(1, 3), xs).Outputs;
        var second = GRUCell(4).Scan(parameters.GRUCell[1], zeros(1, 4), first).Outputs;
        Assert.Equal(2, parameters.GRUCell.Count);
        Assert.True(allclose(second, Scans.Layered(2).Apply(parameters, xs)));
    }

    [Fact]
    public void ACellInALocalIsShared()
    {
        var xs = new Key(1).Normal([5, 1, 2]);
        var parameters = Scans.BothWays().Init(new Key(0), xs);

        var forwards = GRUCell(4).Scan(parameters.GRUCell, zeros(1, 4), xs).Outputs;
        var backwards = GRUCell(4).Scan(parameters.GRUCell, zeros(1, 4), xs.flip(0)).Outputs.flip(0);
        Assert.Equal(3, Tree.LeafCount(parameters));
        Assert.True(allclose(cat([forwards, backwards], -1), Scans.BothWays().Apply(parameters, xs)));
    }

    [Fact]
    public void FunctionsHaveNoParameters()
    {
        var xs = tensor(new float[] { 1, 2, 3 });
        var parameters = Scans.Functions().Init(new Key(0), xs);

        Assert.Empty(Tree.Leaves(parameters));
        Assert.Equal([1f + 1, 3 + 2, 6 + 6], Scans.Functions().Apply(parameters, xs).data<float>().ToArray());
    }

    [Fact]
    public void OutputsMayShareInSomeStepsOnly()
    {
        var xs = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [3, 2]);

        var (first, second) = Scans.StartsWithOneTensor().Apply(Scans.StartsWithOneTensor().Init(new Key(0), xs), xs);

        Assert.Equal([0f, 0, 1, 2, 4, 6], first.data<float>().ToArray());
        Assert.Equal([0f, 0, 1, 2, 3.5f, 5], second.data<float>().ToArray());
    }

    [Fact]
    public void WhatEachStepSharesIsShared()
    {
        var xs = ones(3, 2);

        var (first, second) = Scans.OneTensorTwice().Apply(Scans.OneTensorTwice().Init(new Key(0), xs), xs);

        Assert.Same(first, second);
        Assert.True(first.Equals(xs));
    }

    [Fact]
    public void OutputsOfDifferentStructuresAreRefused() => Assert.Contains(
        "The outputs of Scan's steps differ in structure. At the root: the first has Tensor[] with the children , the second has Tensor[] with the children 0.",
        Assert.Throws<ArgumentException>(() => Scans.LongerAndLonger().Init(new Key(0), zeros(2, 1))).Message);

    [Fact]
    public void InputsWithoutStepsAreRefused() => Assert.Contains(
        "Scan takes inputs with time on axis 0, at least one step of them, but got [0, 1, 2].",
        Assert.Throws<ArgumentException>(() => Scans.BothWays().Init(new Key(0), zeros(0, 1, 2))).Message);

    [Fact]
    public void InputsOfDifferentLengthsAreRefused() => Assert.Contains(
        "all of the same number of steps, but got 0 [3, 2], 1 [2, 2].",
        Assert.Throws<ArgumentException>(() => Scans.Trees().Init(new Key(0), zeros(3, 2), zeros(2, 2))).Message);

#pragma warning disable JXN0012 // The rule says it first.
    [Fact]
    public void OutsideOfATemplateScanSaysSo() =>
        Assert.Contains("Scan was reached outside of a template", Assert.Throws<InvalidOperationException>(() => Scan(GRUCell(4), zeros(1, 4), zeros(2, 1, 3))).Message);
#pragma warning restore JXN0012
}

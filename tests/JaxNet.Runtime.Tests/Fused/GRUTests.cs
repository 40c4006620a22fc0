using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Fused;

/// <summary>The loop over time that knows a GRU, against the same cell step by step: inside of another template it isn't recognized.</summary>
public sealed partial class GRUTests
{
    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) Hidden(Tensor carry, Tensor inputs, long size) => GRUCell(carry, inputs, size);

    [Parametrized]
    public static partial Tensor FusedLoss(Tensor carry, Tensor inputs, Tensor weights, bool reverse)
    {
        var (last, outputs) = Scan(GRUCell(11), carry, inputs, reverse);
        return (outputs * weights).sum() + last.pow(2).sum();
    }

    [Parametrized]
    public static partial Tensor PlainLoss(Tensor carry, Tensor inputs, Tensor weights, bool reverse)
    {
        var (last, outputs) = Scan(Hidden(11), carry, inputs, reverse);
        return (outputs * weights).sum() + last.pow(2).sum();
    }

    [Theory]
    [InlineData(false, ScalarType.Float32)]
    [InlineData(true, ScalarType.Float32)]
    [InlineData(false, ScalarType.Float64)]
    public void ValuesAndGradientsAreThoseOfTheCell(bool reverse, ScalarType type)
    {
        var inputs = Inputs(type);
        var (fused, plain) = (FusedLoss(reverse), PlainLoss(reverse));
        var p = Converted(fused.Init(new Key(0), Inputs(ScalarType.Float32)), type);
        var q = Tree.Unflatten(plain.Init(new Key(0), Inputs(ScalarType.Float32)), Tree.Leaves(p));

        var (value, byParameters, byInputs) = Gradients(fused, p, inputs);
        var (expected, expectedByParameters, expectedByInputs) = Gradients(plain, q, inputs);

        AssertClose(expected, value);
        Assert.Equal(3, byParameters.Count);
        foreach (var (right, found) in expectedByParameters.Zip(byParameters).Concat(expectedByInputs.Zip(byInputs)))
            AssertClose(right, found);
    }

    [Fact]
    public void AStepOfAnOptimizerIsTheSame()
    {
        var inputs = Inputs(ScalarType.Float32);
        var (fused, plain, optimizer) = (FusedLoss(false), PlainLoss(false), Optimizers.Sgd(0.1));
        var p = optimizer.Init(fused.Init(new Key(0), inputs));
        var q = optimizer.Init(Tree.Unflatten(plain.Init(new Key(0), inputs), Tree.Leaves(optimizer.GetParameters(p))));

        for (var i = 0; i < 3; i++)
            (p, q) = (optimizer.Update(fused, p, inputs), optimizer.Update(plain, q, inputs));

        foreach (var (right, found) in Tree.Leaves(optimizer.GetParameters(q)).Zip(Tree.Leaves(optimizer.GetParameters(p))))
            AssertClose(right, found);
    }

    /// <summary>A gradient of a gradient goes through operations that autograd records.</summary>
    [Fact]
    public void TheGradientCanBeDifferentiatedAgain()
    {
        var (carry, inputs, weights) = Inputs(ScalarType.Float32);
        var (fused, plain) = (FusedLoss(false), PlainLoss(false));
        var p = fused.Init(new Key(0), (carry, inputs, weights));
        var q = Tree.Unflatten(plain.Init(new Key(0), (carry, inputs, weights)), Tree.Leaves(p));

        var found = Transforms.Grad<Tensor>(x => Transforms.Grad<Tensor>(y => fused.Apply(p, (carry, y, weights)))(x).pow(2).sum())(inputs);
        var right = Transforms.Grad<Tensor>(x => Transforms.Grad<Tensor>(y => plain.Apply(q, (carry, y, weights)))(x).pow(2).sum())(inputs);

        AssertClose(right, found);
    }

    [Fact]
    public void OutputsCanBeChangedInPlace()
    {
        var (rnn, x) = (Rnn(GRUCell(4), 4), new Key(1).Normal([2, 3, 5]));
        var p = rnn.Init(new Key(0), x);

        var found = Transforms.Grad<Tensor>(y => rnn.Apply(p, y).mul_(3).sum())(x);

        AssertClose(Transforms.Grad<Tensor>(y => (rnn.Apply(p, y) * 3).sum())(x), found);
    }

    [Fact]
    public void TheGradientByTheCarryMayLieInAnyOrder()
    {
        var (cell, carry, steps, weights) = (GRUCell(11), new Key(1).Normal([3, 11]), new Key(2).Normal([5, 3, 7]), new Key(3).Normal([11, 3]));
        var p = cell.Init(new Key(0), carry, steps[0]);

        AssertClose(
            Transforms.Grad<Tensor>(x => (cell.Scan(p, x, steps).Carry * weights.t().contiguous()).sum())(carry),
            Transforms.Grad<Tensor>(x => (cell.Scan(p, x, steps).Carry * weights.t()).sum())(carry));
    }

    private static (Tensor Value, IReadOnlyList<Tensor> ByParameters, IReadOnlyList<Tensor> ByInputs) Gradients<TParams>(
        Module<TParams, (Tensor, Tensor, Tensor), Tensor> loss, TParams parameters, (Tensor Carry, Tensor Steps, Tensor Weights) inputs)
    {
        var (value, byParameters) = loss.ValueAndGrad(parameters, inputs);
        var byInputs = Transforms.Grad<(Tensor, Tensor)>(x => loss.Apply(parameters, (x.Item1, x.Item2, inputs.Weights)))((inputs.Carry, inputs.Steps));
        return (value, Tree.Leaves(byParameters), [byInputs.Item1, byInputs.Item2]);
    }

    private static (Tensor, Tensor, Tensor) Inputs(ScalarType type) => (
        new Key(1).Normal([3, 11]).type(type), new Key(2).Normal([5, 3, 7]).type(type), new Key(3).Normal([5, 3, 11]).type(type));

    private static T Converted<T>(T tree, ScalarType type) => Tree.Map(tree, leaf => leaf.type(type));

    private static void AssertClose(Tensor right, Tensor found)
    {
        Assert.Equal(right.shape, found.shape);
        Assert.Equal(right.dtype, found.dtype);
        var difference = (right - found).abs().max().type(ScalarType.Float64).item<double>();
        Assert.True(difference < 1e-5, $"They differ by {difference}.");
    }
}

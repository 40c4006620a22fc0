using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Fused;

/// <summary>The loop over time that knows an LSTM, against the same cell step by step: inside of another template it isn't recognized.</summary>
public sealed partial class LSTMTests
{
    private static readonly (Tensor Cell, Tensor Hidden) Carry = (new Key(1).Normal([3, 11]), new Key(2).Normal([3, 11]));
    private static readonly Tensor Steps = new Key(3).Normal([5, 3, 7]);
    private static readonly Tensor Weights = new Key(4).Normal([5, 3, 11]);

    [Parametrized]
    public static partial ((Tensor Cell, Tensor Hidden) Carry, Tensor Output) Hidden((Tensor Cell, Tensor Hidden) carry, Tensor inputs) =>
        LSTMCell(carry, inputs, 11, biasInit: Initializers.Normal(1));

    [Parametrized]
    public static partial Tensor FusedLoss((Tensor Cell, Tensor Hidden) carry, Tensor inputs, Tensor weights, bool reverse, bool outputsCount = true)
    {
        var (last, outputs) = Scan(LSTMCell(11, biasInit: Initializers.Normal(1)), carry, inputs, reverse);
        return outputsCount ? (outputs * weights).sum() + last.Cell.pow(2).sum() + last.Hidden.pow(3).sum() : last.Cell.pow(2).sum();
    }

    [Parametrized]
    public static partial Tensor PlainLoss((Tensor Cell, Tensor Hidden) carry, Tensor inputs, Tensor weights, bool reverse, bool outputsCount = true)
    {
        var (last, outputs) = Scan(Hidden(), carry, inputs, reverse);
        return outputsCount ? (outputs * weights).sum() + last.Cell.pow(2).sum() + last.Hidden.pow(3).sum() : last.Cell.pow(2).sum();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Values_and_gradients_are_those_of_the_cell(bool reverse, bool outputsCount)
    {
        var (fused, plain) = (FusedLoss(reverse, outputsCount), PlainLoss(reverse, outputsCount));
        var p = fused.Init(new Key(0), Carry, Steps, Weights);
        var q = Tree.Unflatten(plain.Init(new Key(0), Carry, Steps, Weights), Tree.Leaves(p));

        var (value, byParameters) = fused.ValueAndGrad(p, (Carry, Steps, Weights));
        var (expected, expectedByParameters) = plain.ValueAndGrad(q, (Carry, Steps, Weights));
        AssertClose(expected, value);
        Assert.Equal(8, Tree.Leaves(byParameters).Count);
        AssertAllClose(expectedByParameters, byParameters);

        AssertAllClose(
            Transforms.Grad<((Tensor, Tensor), Tensor)>(x => plain.Apply(q, (x.Item1, x.Item2, Weights)))((Carry, Steps)),
            Transforms.Grad<((Tensor, Tensor), Tensor)>(x => fused.Apply(p, (x.Item1, x.Item2, Weights)))((Carry, Steps)));
    }

    /// <summary>All of it is one function on the tape, where each step's operations would be recorded.</summary>
    [Fact]
    public void The_sequence_is_recognized()
    {
        var parameters = LSTMCell(11).Init(new Key(0), Carry, Steps[0]);
        Assert.True(LSTMSequence.Fits(parameters, Carry, Steps));
        Assert.False(LSTMSequence.Fits(parameters, Carry, Steps.type(ScalarType.Float64)));
        Assert.False(LSTMSequence.Fits(parameters, (Carry.Cell, Carry.Hidden[..2]), Steps));
        Assert.False(LSTMSequence.Fits(parameters, Carry, Steps[.., .., ..6]));
    }

    [Fact]
    public void The_gradient_can_be_differentiated_again()
    {
        var (fused, plain) = (FusedLoss(false), PlainLoss(false));
        var p = fused.Init(new Key(0), Carry, Steps, Weights);
        var q = Tree.Unflatten(plain.Init(new Key(0), Carry, Steps, Weights), Tree.Leaves(p));

        AssertClose(
            Transforms.Grad<Tensor>(x => Transforms.Grad<Tensor>(y => plain.Apply(q, (Carry, y, Weights)))(x).pow(2).sum())(Steps),
            Transforms.Grad<Tensor>(x => Transforms.Grad<Tensor>(y => fused.Apply(p, (Carry, y, Weights)))(x).pow(2).sum())(Steps));
    }

    [Fact]
    public void Outputs_can_be_changed_in_place()
    {
        var (rnn, x) = (Rnn(LSTMCell(4), 4), new Key(1).Normal([2, 3, 5]));
        var p = rnn.Init(new Key(0), x);
        AssertClose(Transforms.Grad<Tensor>(y => (rnn.Apply(p, y) * 3).sum())(x), Transforms.Grad<Tensor>(y => rnn.Apply(p, y).mul_(3).sum())(x));
    }

    [Fact]
    public void The_gradient_by_the_carry_may_lie_in_any_order()
    {
        var (cell, weights) = (LSTMCell(11), new Key(5).Normal([11, 3]));
        var p = cell.Init(new Key(0), Carry, Steps[0]);
        var found = Transforms.Grad<(Tensor, Tensor)>(x => Loss(x, weights.t()))(Carry);
        var right = Transforms.Grad<(Tensor, Tensor)>(x => Loss(x, weights.t().contiguous()))(Carry);
        AssertAllClose(right, found);

        Tensor Loss((Tensor Cell, Tensor Hidden) carry, Tensor by)
        {
            var (last, hidden) = cell.Scan(p, carry, Steps).Carry;
            return (last * by).sum() + (hidden * by).sum();
        }
    }

    private static void AssertAllClose<T, TOther>(T right, TOther found)
    {
        foreach (var (expected, actual) in Tree.Leaves(right).Zip(Tree.Leaves(found)))
            AssertClose(expected, actual);
    }

    private static void AssertClose(Tensor right, Tensor found)
    {
        Assert.Equal(right.shape, found.shape);
        var difference = (right - found).abs().max().item<float>();
        Assert.True(difference < 2e-5, $"They differ by {difference}.");
    }
}

using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public static partial class RecurrentNetworks
{
    [Parametrized]
    public static partial Tensor Classify(Tensor sequences) =>
        Dense(Sequential(sequences, Rnn(GRUCell(6), 6), Rnn(LSTMCell(5), 5, reverse: true)).select(1, 0), 3);
}

public sealed class RnnTests
{
    [Fact]
    public void RnnOfAGRUCellHasTheValuesAndGradientsOfPyTorch()
    {
        // The reference has time on axis 0.
        var rnn = Rnn(Recurrent.Cell(), 4);
        Golden.Check(
            "gru_cell in a loop",
            inputs => rnn.Init(new Key(0), inputs[0].transpose(0, 1)),
            (parameters, inputs) => rnn.Apply(parameters, inputs[0].transpose(0, 1)).transpose(0, 1));
    }

    [Fact]
    public void ScanOfALSTMCellHasTheValuesAndGradientsOfPyTorch()
    {
        var cell = LSTMCell(4);
        Golden.Check(
            "lstm_cell over time",
            inputs => cell.Init(new Key(0), (inputs[0], inputs[1]), inputs[2].select(0, 0)),
            (parameters, inputs) =>
            {
                var (carry, outputs) = cell.Scan(parameters, (inputs[0], inputs[1]), inputs[2]);
                return cat([outputs, carry.Item1.unsqueeze(0)]);
            });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RnnOfAnLSTMCellIsALoopOverItsApply(bool reverse)
    {
        var (cell, x) = (LSTMCell(4), new Key(1).Normal([2, 5, 3]));
        var rnn = Rnn(cell, 4, reverse);
        var parameters = rnn.Init(new Key(0), x);

        Tensor ByHand(LSTMCellParams p)
        {
            var carry = (Cell: zeros(2, 4), Hidden: zeros(2, 4));
            var outputs = new Tensor[5];
            for (var i = 0; i < 5; i++)
            {
                var time = reverse ? 4 - i : i;
                (carry, outputs[time]) = cell.Apply(p, carry, x.select(1, time));
            }

            return stack(outputs, 1);
        }

        Assert.True(allclose(ByHand(parameters.Cell), rnn.Apply(parameters, x)));
        var weights = new Key(2).Normal([2, 5, 4]);
        var expected = Transforms.Grad<LSTMCellParams>(p => (ByHand(p) * weights).sum())(parameters.Cell);
        var actual = Transforms.Grad<Rnn2Params<LSTMCellParams>>(p => (rnn.Apply(p, x) * weights).sum())(parameters);
        Assert.All(Tree.Zip(expected, actual.Cell), pair => Assert.True(allclose(pair.First, pair.Second, 1e-4, 1e-6)));
    }

    [Fact]
    public void WithinSequentialItsParametersAreTypedAndNamed()
    {
        var parameters = RecurrentNetworks.Classify().Init(new Key(0), zeros(2, 7, 3));

        Assert.Equal([9, 6], parameters.Sequential.Rnn0.Cell.UpdateKernel.shape);
        Assert.Equal([11, 5], parameters.Sequential.Rnn1.Cell.ForgetKernel.shape);
        Assert.Contains("sequential.rnn1.cell.forget_bias", Tree.Paths(parameters));
    }

    [Fact]
    public void ReversedItSeesTheEndFirst()
    {
        // Classify reads the reversed network's outputs at the first step, which has seen everything.
        var net = RecurrentNetworks.Classify();
        var x = new Key(1).Normal([2, 7, 3]);
        var parameters = net.Init(new Key(0), x);
        var changed = cat([x.narrow(1, 0, 6), x.narrow(1, 6, 1) + 1], 1);

        Assert.False(allclose(net.Apply(parameters, x), net.Apply(parameters, changed)));
    }

    [Fact]
    public void InputsWithoutTimeAreRefused() => Assert.Contains(
        "Rnn takes inputs of shape [n, time, channels], but got [3]",
        Assert.Throws<ArgumentException>(() => Rnn(GRUCell(4), 4).Init(new Key(0), zeros(3))).Message);

    [Fact]
    public void NoSequencesHaveNoOutputs()
    {
        var rnn = Rnn(GRUCell(2), 2);
        var parameters = rnn.Init(new Key(0), zeros(2, 5, 3));

        Assert.Equal([0, 5, 2], rnn.Apply(parameters, zeros(0, 5, 3)).shape);
    }
}

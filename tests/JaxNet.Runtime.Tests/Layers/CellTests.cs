using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public static partial class Recurrent
{
    // Without hyperparameters: one module, which the steps of a loop share.
    [Parametrized]
    public static partial (Tensor Carry, Tensor Output) Cell(Tensor carry, Tensor inputs) => GRUCell(carry, inputs, 4);

    [Parametrized]
    public static partial Tensor OverTime(Tensor inputs)
    {
        var carry = zeros([inputs.shape[1], 4], inputs.dtype);
        var outputs = new List<Tensor>();
        foreach (var step in inputs.unbind())
        {
            (carry, var output) = Cell(carry, step);
            outputs.Add(output);
        }

        return stack(outputs);
    }
}

public sealed class CellTests
{
    [Fact]
    public void ATemplateWithoutHyperparametersSharesACellOverTime() => Golden.Check("gru_cell in a loop", Recurrent.OverTime());

    [Fact]
    public void GRUCellOverTimeEqualsJaxnetsFormula()
    {
        var cell = GRUCell(4);
        Golden.Check(
            "gru_cell over time",
            inputs => cell.Init(new Key(0), inputs[0], inputs[1].select(0, 0)),
            (parameters, inputs) =>
            {
                var (carry, outputs) = (inputs[0], new List<Tensor>());
                foreach (var step in inputs[1].unbind())
                {
                    (carry, var output) = cell.Apply(parameters, carry, step);
                    outputs.Add(output);
                }

                return stack(outputs);
            });
    }

    [Fact]
    public void LSTMCellOverTimeIsPyTorchs()
    {
        var cell = LSTMCell(4);
        Golden.Check(
            "lstm_cell over time",
            inputs => cell.Init(new Key(0), (inputs[0], inputs[1]), inputs[2].select(0, 0)),
            (parameters, inputs) =>
            {
                var (carry, outputs) = ((Cell: inputs[0], Hidden: inputs[1]), new List<Tensor>());
                foreach (var step in inputs[2].unbind())
                {
                    (carry, var output) = cell.Apply(parameters, carry, step);
                    outputs.Add(output);
                }

                return stack([.. outputs, carry.Cell]);
            });
    }

    [Fact]
    public void TheKernelsAreDrawnInJaxnetsOrder()
    {
        // key, sub = split(key) before each: update, reset, compute.
        var (next, first) = new Key(3).Split();
        var (_, second) = next.Split();

        var parameters = GRUCell(4).Init(new Key(3), zeros(1, 4), zeros(1, 2));

        Assert.True(parameters.UpdateKernel.Equals(Initializers.GlorotNormal()(first, [6, 4])));
        Assert.True(parameters.ResetKernel.Equals(Initializers.GlorotNormal()(second, [6, 4])));
    }

    [Fact]
    public void TheForgetGateStartsOpen()
    {
        var parameters = LSTMCell(4).Init(new Key(0), (zeros(1, 4), zeros(1, 4)), zeros(1, 2));

        Assert.Equal(4, parameters.ForgetBias.sum().item<float>());
        Assert.Equal(0, parameters.UpdateBias.abs().sum().item<float>());
    }

    [Fact]
    public void ACarryOfAnotherSizeIsRefused() => Assert.Contains(
        "GRUCell takes a carry of shape [n, 4], but got [1, 3]",
        Assert.Throws<ArgumentException>(() => GRUCell(4).Init(new Key(0), zeros(1, 3), zeros(1, 2))).Message);
}

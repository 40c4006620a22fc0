using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class RunningBatchNormTests
{
    [Fact]
    public void InTrainingItIsBatchNormInValuesAndGradients()
    {
        Golden.Check("batch_norm", x => RunningBatchNorm().Init(new Key(0), x[0]), (p, x) => RunningBatchNorm().Apply(p, new RunningBatchNormState(), x[0]).Output);
        Golden.Check(
            "batch_norm over the batch only",
            x => RunningBatchNorm([0]).Init(new Key(0), x[0]),
            (p, x) => RunningBatchNorm([0]).Apply(p, new RunningBatchNormState(), x[0]).Output);
    }

    [Fact]
    public void InEvaluationItIsPyTorchsWithTheSameAverages()
    {
        // The averages that generate.py gives PyTorch.
        var state = new RunningBatchNormState
        {
            Mean = arange(6, ScalarType.Float64) * 0.25,
            Variance = arange(6, ScalarType.Float64) * 0.5 + 1,
        };

        Golden.Check("batch_norm, evaluated", x => RunningBatchNorm().Init(new Key(0), x[0]), (p, x) => RunningBatchNorm().Apply(p, state, x[0], mode: Mode.Eval).Output);
    }

    [Fact]
    public void TheAveragesMoveByOneMinusTheMomentum()
    {
        var norm = RunningBatchNorm(momentum: 0.75);
        var first = tensor(new float[] { 1, 3 }, [2, 1]);
        var second = tensor(new float[] { 10, 10 }, [2, 1]);
        var (parameters, state) = norm.InitWithState(new Key(0), first);

        (_, state) = norm.Apply(parameters, state, first);

        // Mean 2 and variance 1 of the batch, beside 0 and 1.
        Assert.Equal([0.5f, 1], [state.Mean.item<float>(), state.Variance.item<float>()]);

        (_, state) = norm.Apply(parameters, state, second);
        Assert.Equal((0.5 * 0.75) + (10 * 0.25), state.Mean.item<float>(), 1e-6);
        Assert.Equal(0.75, state.Variance.item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void TheAveragesOfInputsOf16BitsAreFloat32(ScalarType type)
    {
        var norm = RunningBatchNorm(center: false, scale: false);
        var x = tensor(new float[] { 0, 8 }, [2, 1]).type(type);
        var (parameters, state) = norm.InitWithState(new Key(0), x);
        Tensor output = x;
        for (var i = 0; i < 300; i++)
            (output, state) = norm.Apply(parameters, state, x);

        // Mean 4 and variance 16 of the batch, beside 0 and 1; in 16 bits 1 % of what is missing is soon too little to be added.
        var kept = Math.Pow(0.99, 300);
        Assert.Equal([ScalarType.Float32, ScalarType.Float32], [state.Mean.dtype, state.Variance.dtype]);
        Assert.Equal(4 * (1 - kept), state.Mean.item<float>(), 1e-4);
        Assert.Equal(16 - (15 * kept), state.Variance.item<float>(), 1e-3);
        Assert.Equal(type, output.dtype);
        Assert.Equal([-1f, 1], output.@float().data<float>().ToArray());

        (output, _) = norm.Apply(parameters, state, x, mode: Mode.Eval);
        Assert.Equal(type, output.dtype);
        Assert.Equal((8 - (4 * (1 - kept))) / Math.Sqrt(16 - (15 * kept)), output[1].@float().item<float>(), 1e-2);
    }

    [Fact]
    public void EvaluationLeavesTheAverages()
    {
        var norm = RunningBatchNorm();
        var x = new Key(0).Normal([4, 3]);
        var (parameters, state) = norm.InitWithState(new Key(0), x);
        (_, state) = norm.Apply(parameters, state, x);

        var (_, same) = norm.Apply(parameters, state, x + 1, mode: Mode.Eval);

        Assert.Equal(state, same);
    }
}

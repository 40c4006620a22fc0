using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class WeightNormTests
{
    [Fact]
    public void WeightNormStartsAsTheSameNetworkAndKeepsLengthsByThemselves()
    {
        var x = new Key(1).Normal([2, 6, 6, 3]);
        var conv = Conv(4, (3, 3));
        var normalized = Reparametrized(conv, () => new JaxNet.Layers.WeightNormModule(), on: Mask.Path("kernel"));
        var parameters = normalized.Init(new Key(0), x);

        Assert.Equal([1, 1, 1, 4], parameters.Reparametrization[0].Scale.shape);
        Assert.Equal(0, (normalized.Apply(parameters, x) - conv.Apply(conv.Init(new Key(0), x), x)).abs().max().item<float>(), 1e-5);

        // Twice the direction is the same direction.
        var longer = parameters with { Model = parameters.Model with { Kernel = parameters.Model.Kernel * 2 } };
        Assert.Equal(0, (normalized.Apply(longer, x) - normalized.Apply(parameters, x)).abs().max().item<float>(), 1e-5);
    }

    [Fact]
    public void SpectralNormComesToDivideByTheLargestSingularValue()
    {
        var kernel = new Key(1).Normal([2, 3, 5]);
        var norm = SpectralNorm(steps: 2);
        var (parameters, state) = norm.InitWithState(new Key(0), kernel);
        for (var i = 0; i < 60; i++)
            (_, state) = norm.Apply(parameters, state, kernel);

        var (output, same) = norm.Apply(parameters, state, kernel, mode: Mode.Eval);

        var largest = linalg.matrix_norm(kernel.reshape(6, 5), 2);
        Assert.Equal(0, (output - (kernel / largest)).abs().max().item<float>(), 1e-4);
        Assert.Equal(state, same);
    }

    [Fact]
    public void AStepOfSpectralNormIsMiyatosFormula()
    {
        var kernel = tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [3, 2]);
        var start = new SpectralNormState { Left = tensor(new[] { 1.0, 0, 0 }), Right = tensor(new[] { 1.0, 0 }) };

        var (output, state) = SpectralNorm().Apply(SpectralNormParams.Empty, start, kernel);

        // v = (1, 2) / |(1, 2)|, W v = (5, 11, 17) / sqrt(5), and sigma = u W v = |W v|.
        var sigma = Math.Sqrt((25 + 121 + 289) / 5.0);
        Assert.Equal(1 / Math.Sqrt(5), state.Right[0].item<double>(), 1e-12);
        Assert.Equal(11 / Math.Sqrt(435), state.Left[1].item<double>(), 1e-12);
        Assert.Equal(6 / sigma, output[2, 1].item<double>(), 1e-12);
    }

    [Fact]
    public void EachKernelThatIsReparametrizedHasItsOwnState()
    {
        var net = Reparametrized(Sequential(Dense(4), Relu, Dense(4)), () => SpectralNorm(), on: Mask.Path("**.kernel"));
        var x = new Key(1).Normal([2, 4]);
        var (parameters, state) = net.InitWithState(new Key(0), x);

        (_, state) = net.Apply(parameters, state, x);

        var states = state["reparametrization"];
        Assert.Equal(2, states.Names.Count);
        Assert.Equal(4, Tree.LeafCount(state));
        Assert.NotEqual(new SpectralNormState(states[states.Names[0]]).Right[0].item<float>(), new SpectralNormState(states[states.Names[1]]).Right[0].item<float>());
    }
}

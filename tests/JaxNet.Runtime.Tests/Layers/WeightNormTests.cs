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
    public void WeightNormIsPyTorchsInValuesAndGradients() =>
        Golden.Check("weight_norm", x => WeightNorm().Init(new Key(0), x[0]), (p, x) => WeightNorm().Apply(p, x[0]));

    [Fact]
    public void SpectralNormHasTheGradientsOfItsQuotient()
    {
        var state = new SpectralNormState { Left = Wave(6, start: 3), Right = Wave(4, start: 4) };
        Golden.Check("spectral_norm, evaluated", x => SpectralNorm().Init(new Key(0), x[0]), (p, x) => SpectralNorm().Apply(p, state, x[0], mode: Mode.Eval).Output);

        // The numbers that generate.py gives PyTorch.
        static Tensor Wave(int count, double start) =>
            tensor(Enumerable.Range(0, count).Select(i => Math.Round(Math.Sin((1.7 * i) + start + (0.01 * i * i)), 3)).ToArray());
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

    // 300² is more than float16 holds; (300, 400) has the length, and the only singular value, 500.
    [Fact]
    public void LengthsOfFloat16AreComputedInFloat32()
    {
        var kernel = tensor(new float[] { 300, 400 }, [2, 1]).type(ScalarType.Float16);

        var (weight, output) = WeightNorm().InitWithOutput(new Key(0), kernel);
        Assert.Equal(500, weight.Scale.@float().item<float>());
        Assert.Equal(ScalarType.Float16, weight.Scale.dtype);
        Assert.Equal([300f, 400], output.@float().data<float>().ToArray());

        var (none, state) = SpectralNorm().InitWithState(new Key(0), kernel);
        (output, state) = SpectralNorm().Apply(none, state, kernel);
        Assert.Equal(ScalarType.Float16, output.dtype);
        Assert.Equal([0.6f, 0.8f], output.@float().data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(0.6f, state.Left[0].item<float>(), 1e-6);
    }

    [Fact]
    public void AStateOfAnotherTypeGoesOnInThatOfTheKernel()
    {
        var kernel = tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [3, 2]);
        var norm = SpectralNorm();
        var (parameters, state) = norm.InitWithState(new Key(0), kernel.@float());

        (_, state) = norm.Apply(parameters, state, kernel);

        Assert.Equal([ScalarType.Float64, ScalarType.Float64], [state.Left.dtype, state.Right.dtype]);
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

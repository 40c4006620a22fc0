using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Combinators;

public static partial class Made
{
    [Parametrized]
    public static partial Tensor Net(Tensor inputs) => 2 * Parameter([], Initializers.Constant(1), "w");

    [Parametrized]
    public static partial Tensor LearnableScale(Tensor p) => 2 * Parameter([], Initializers.Constant(1), "scale") * p;

    /// <summary>Weight normalization (Salimans and Kingma, 2016): each column of a kernel as its length and its direction.</summary>
    [Parametrized]
    public static partial Tensor WeightNorm(Tensor direction)
    {
        var length = direction.square().sum(0, true).sqrt();
        var scale = Parameter(_ => length.clone(), "scale");
        return direction * (scale / length);
    }

    /// <summary>A residual block around any layer.</summary>
    [Parametrized]
    public static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

    /// <summary>JAXnet's example of a part that is reparametrized, in a body.</summary>
    [Parametrized]
    public static partial Tensor InBody(Tensor x) => Sequential(x, Dense(4), Relu, Reparametrized(Sequential(Dense(2), Relu, Dense(2)), p => p * 2));

    /// <summary>A Gaussian in place of a weight, whose mean is the weight (Blundell et al., 2015).</summary>
    [Parametrized]
    public static partial Tensor Gaussian(Tensor mean)
    {
        var logDeviation = Parameter(_ => full_like(mean, -1), "log_deviation");
        return mean + (logDeviation.exp() * RandomKey().Normal(mean.shape));
    }

    /// <summary>The negative logarithm of the likelihood of a line through zero, with noise of deviation 0.5, but for a constant; for many weights at once.</summary>
    [Parametrized]
    public static partial Tensor Line(Tensor x, Tensor y) => 2 * ((x * Parameter([300], Initializers.Constant(0), "w")) - y).square().sum();
}

public sealed class ReparametrizedTests
{
    private readonly Tensor _x = new Key(1).Normal([5, 6]);

    [Fact]
    public void TheValueIsThatOfJaxnetsTest()
    {
        var scaled = Reparametrized(Made.Net(), () => new Made.LearnableScaleModule());
        var (parameters, output) = scaled.InitWithOutput(new Key(0), zeros([]));

        Assert.Equal(["model.w", "reparametrization.0.scale"], Tree.Paths(parameters));
        Assert.Equal(1, parameters.Model.W.item<float>());
        Assert.Equal(1, parameters.Reparametrization[0].Scale.item<float>());
        Assert.Equal(4, output.item<float>());
        Assert.Equal(4, scaled.Apply(parameters, zeros([])).item<float>());
    }

    [Fact]
    public void EachParameterHasAReparametrizationOfItsOwnUnlessTheModuleIsShared()
    {
        var net = Sequential(Dense(4), Relu, Dense(2));
        Assert.Equal(4, Reparametrized(net, () => new Made.LearnableScaleModule()).Init(new Key(0), _x).Reparametrization.DistinctBy(made => made.Scale).Count());
        Assert.Single(Reparametrized(net, () => Made.LearnableScale()).Init(new Key(0), _x).Reparametrization.DistinctBy(made => made.Scale));
    }

    [Fact]
    public void TheNetworksOwnParametersAreDrawnAsWithout()
    {
        var net = Sequential(Dense(4), Relu, Dense(2));
        Assert.Equal(Numbers(net.Init(new Key(3), _x)), Numbers(Reparametrized(net, p => p * 2).Init(new Key(3), _x)));
    }

    [Fact]
    public void APartOfANetworkIsReparametrizedAsOnJaxnetsApiPage()
    {
        var inner = Sequential(Dense(2), Relu, Dense(2));
        var net = Sequential(Dense(4), Relu, Reparametrized(inner, () => new Made.LearnableScaleModule()));
        var parameters = net.Init(new Key(0), _x);

        Assert.Equal(
            [
                "dense.kernel", "dense.bias",
                "reparametrized.model.dense0.kernel", "reparametrized.model.dense0.bias", "reparametrized.model.dense1.kernel", "reparametrized.model.dense1.bias",
                "reparametrized.reparametrization.0.scale", "reparametrized.reparametrization.1.scale",
                "reparametrized.reparametrization.2.scale", "reparametrized.reparametrization.3.scale",
            ],
            Tree.Paths(parameters));

        var part = (ReparametrizedParams<SequentialParams, Made.LearnableScaleParams>)parameters["reparametrized"];
        var hidden = Sequential(Dense(4), Relu).ParametersFrom([("[0]", parameters["dense"])], _x);
        var expected = inner.Apply(Tree.Map(part.Model, leaf => 2 * leaf), Sequential(Dense(4), Relu).Apply(hidden, _x));
        Assert.True(expected.allclose(net.Apply(parameters, _x)));
    }

    [Fact]
    public void AFunctionWithoutParametersWorksToo()
    {
        var net = Dense(3);
        var positive = Reparametrized(net, p => p.exp(), on: Mask.Path("kernel"));
        var parameters = positive.Init(new Key(0), _x);

        Assert.Equal(["model.kernel", "model.bias"], Tree.Paths(parameters));
        Assert.True((_x.matmul(parameters.Model.Kernel.exp()) + parameters.Model.Bias).allclose(positive.Apply(parameters, _x), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void AnotherShapeIsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Reparametrized(Dense(3), () => WeightNorm()).Init(new Key(0), _x));
        Assert.Contains("WeightNorm made a tensor of shape [1, 3] of the parameter bias, which has the shape [3].", error.Message);
        Assert.Contains("share this one WeightNorm: for one each, write () => new WeightNormModule()", error.Message);

        error = Assert.Throws<InvalidOperationException>(() => Sequential(Reparametrized(Dense(3), p => p.unsqueeze(0))).Init(new Key(0), _x));
        Assert.Contains("of the parameter kernel, which has the shape [6, 3]", error.Message);
        Assert.Contains("on: Mask.Path(", error.Message);
        Assert.DoesNotContain("share", error.Message);
    }

    [Fact]
    public void WeightNormalization()
    {
        var net = Dense(3);
        var normalized = Reparametrized(net, () => new Made.WeightNormModule(), on: Mask.Path("kernel"));
        var parameters = normalized.Init(new Key(0), _x);

        // It starts as the network without it, and the length of the direction has no effect on it.
        Assert.True(net.Apply(parameters.Model, _x).allclose(normalized.Apply(parameters, _x), rtol: 1e-5, atol: 1e-6));
        var longer = parameters with { Model = parameters.Model with { Kernel = parameters.Model.Kernel * 7 } };
        Assert.True(normalized.Apply(parameters, _x).allclose(normalized.Apply(longer, _x), rtol: 1e-5, atol: 1e-6));

        // Each column's gradient is orthogonal to it: the paper's equation 3.
        var loss = Transforms.Grad((ReparametrizedParams<DenseParams, Made.WeightNormParams> p) => normalized.Apply(p, _x).square().sum());
        var gradient = loss(parameters);
        Assert.True((gradient.Model.Kernel * parameters.Model.Kernel).sum(0, true).abs().max().item<float>() < 1e-4);
        Assert.True(gradient.Model.Kernel.abs().max().item<float>() > 0.01);

        // An optimizer that takes it as any other, against the formula of the columns.
        var optimizer = Optimizers.Sgd(0.01);
        var next = optimizer.UpdateFromGradients(gradient, optimizer.Init(parameters)).Parameters;
        var (v, g) = (next.Model.Kernel, next.Reparametrization[0].Scale);
        var kernel = v * g / (v * v).sum(0, true).sqrt();
        Assert.True((_x.matmul(kernel) + next.Model.Bias).allclose(normalized.Apply(next, _x), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void SpectralNormalization()
    {
        // Miyato et al., 2018: no matrix stretches anything, so neither does a network of them with Relu between.
        var net = Reparametrized(Sequential(Dense(5), Relu, Dense(4)), w => w / linalg.matrix_norm(w, 2), on: Mask.Path("*.kernel"));
        var parameters = net.Init(new Key(0), _x);
        var optimizer = Optimizers.Sgd(0.1);
        var state = optimizer.Init(parameters);
        var ascent = Transforms.Grad((ReparametrizedParams<SequentialParams, ValueTuple> p) => -net.Apply(p, _x).tanh().square().mean());
        for (var step = 0; step < 20; step++)
            state = optimizer.UpdateFromGradients(ascent(optimizer.GetParameters(state)), state);

        var (start, end) = (new Key(5).Normal([100, 6]), new Key(6).Normal([100, 6]));
        var stretched = Length(net.Apply(state.Parameters, start) - net.Apply(state.Parameters, end)) / Length(start - end);
        Assert.InRange(stretched.max().item<float>(), 0.3f, 1.0001f);
        Assert.True(linalg.matrix_norm(((DenseParams)state.Parameters.Model["dense0"]).Kernel, 2).item<float>() > 1.2);

        static Tensor Length(Tensor rows) => rows.square().sum(1, true).sqrt();
    }

    [Fact]
    public void ItIsALayerForTemplatesThatTakeOne()
    {
        var dense = Dense(6);
        var net = Made.Residual(Reparametrized(dense, () => new Made.LearnableScaleModule()));
        var parameters = net.Init(new Key(0), _x);

        Assert.Equal(
            ["inner.model.kernel", "inner.model.bias", "inner.reparametrization.0.scale", "inner.reparametrization.1.scale"], Tree.Paths(parameters));
        var expected = _x + dense.Apply(Tree.Map(parameters.Inner.Model, leaf => 2 * leaf), _x);
        Assert.True(expected.allclose(net.Apply(parameters, _x), rtol: 1e-5, atol: 1e-6));
        Assert.Same(parameters.Inner.Model, Made.Residual(Batched(dense)).ParametersFrom([(dense, parameters.Inner.Model)], _x).Inner);
    }

    [Fact]
    public void InABodyItIsALayerToo()
    {
        var parameters = Made.InBody().Init(new Key(0), _x);

        var part = (ReparametrizedParams<SequentialParams, ValueTuple>)parameters.Sequential[2]!;
        var hidden = (_x.matmul(((DenseParams)parameters.Sequential[0]!).Kernel) + ((DenseParams)parameters.Sequential[0]!).Bias).relu();
        var expected = Sequential(Dense(2), Relu, Dense(2)).Apply(Tree.Map(part.Model, leaf => leaf * 2), hidden);
        Assert.True(expected.allclose(Made.InBody().Apply(parameters, _x), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void VariationalInference()
    {
        // Bayes by backprop for the slope of a line: prior N(0, 1), noise 0.5. The posterior is known: a Gaussian too.
        var x = tensor(new float[] { -1, 0.5f, 1, 2 }).reshape(4, 1);
        var y = tensor(new float[] { -1.2f, 0.2f, 0.7f, 2.5f }).reshape(4, 1);
        var precision = 1 + (4 * 6.25);
        var mean = 4 * (1.2 + 0.1 + 0.7 + 5) / precision;

        // KL(N(m, s²) || N(0, 1)) = m²/2 + s²/2 - log s - 1/2: a penalty on the means, and one on the deviations.
        var uncertain = Reparametrized(Made.Line(), () => new Made.GaussianModule());
        var loss = Regularized(
            Regularized(uncertain, m => 0.5 * m.square(), on: Mask.Path("model")),
            logDeviation => (0.5 * (2 * logDeviation).exp()) - logDeviation, on: Mask.Path("model.reparametrization"));

        var optimizer = Optimizers.Adam(Schedules.Exponential(0.1, decaySteps: 100, decayRate: 0.5));
        var state = optimizer.Init(loss.Init(new Key(0), (x, y)));
        for (var step = 0; step < 500; step++)
            optimizer.Step(ref state, loss, (x, y), key: new Key(1).FoldIn((uint)step));

        var fitted = optimizer.GetParameters(state).Model.Model;
        Assert.Equal(mean, fitted.Model.W.mean().item<float>(), 0.01);
        Assert.Equal(1 / Math.Sqrt(precision), fitted.Reparametrization[0].LogDeviation.exp().mean().item<float>(), 0.02);
        Assert.Throws<MissingKeyException>(() => loss.Apply(optimizer.GetParameters(state), (x, y)));
    }

    private static float[] Numbers(object tree) => [.. Tree.Leaves(tree).SelectMany(leaf => leaf.data<float>().ToArray())];
}

using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Reused
{
    [Parametrized]
    public static partial Tensor Inner(Tensor x) => Dense(x, 4);

    [Parametrized]
    public static partial Tensor Net(Tensor x) => Dense(Relu(Inner(x)), 3);

    [Parametrized]
    public static partial Tensor Loss(Tensor x, Tensor targets) => (Net(x) - targets).square().mean();

    [Parametrized]
    public static partial Tensor Error(Tensor x, Tensor targets) => (Net(x) - targets).abs().mean();

    [Parametrized]
    public static partial Tensor Extended(Tensor x) => Dense(Net(x), 2);

    public static readonly DenseModule Encoder = Dense(3);

    [Parametrized]
    public static partial Tensor WithField(Tensor x)
    {
        Layer encoder = Encoder;
        return tanh(encoder(x));
    }

    [Parametrized]
    public static partial Tensor InList(Tensor x) => Sequential(x, Encoder, Tanh);

    [Parametrized]
    public static partial Tensor Sized(Tensor x, long width) => Dense(x, width);

    [Parametrized]
    public static partial Tensor AroundSized(Tensor x) => Tanh(Sized(x, 4));

    [Parametrized]
    public static partial Tensor Rooted(Tensor x)
    {
        var table = Parameter(_ => tensor(new float[] { 4, 9 }), "table");
        return Inner(x) + linalg.inv(table.diag()).sum();
    }
}

public sealed class ReuseTests
{
    private readonly Tensor _x = new Key(1).Normal([5, 6]);
    private readonly Tensor _targets = new Key(2).Normal([5, 3]);

    [Fact]
    public void ApplyFromIsApplyWithParametersFrom()
    {
        var parameters = Reused.Loss().Init(new Key(0), _x, _targets);

        var from = Reused.Error().ParametersFrom((Reused.Loss(), parameters), (_x, _targets));

        Assert.Same(parameters.Net, from.Net);
        Assert.Equal(
            Reused.Error().Apply(from, _x, _targets).item<float>(), Reused.Error().ApplyFrom((Reused.Loss(), parameters), _x, _targets).item<float>());
    }

    [Fact]
    public void TheRestIsInitialisedAsOnJaxnetsApiPage()
    {
        var net = Dense(5);
        var netParameters = net.Init(new Key(0), zeros(1, 2));

        var transferNet = Sequential(net, Relu, Dense(2));
        var parameters = transferNet.Init(new Key(1), zeros(1, 2), reuse: [(net, netParameters)]);

        Assert.Same(netParameters, parameters["dense0"]);
        Assert.Equal([5L, 2], ((DenseParams)parameters["dense1"]).Kernel.shape);
        Assert.NotEqual(0, ((DenseParams)parameters["dense1"]).Kernel.abs().sum().item<float>());
    }

    [Theory]
    [InlineData("dense0")]
    [InlineData("[0]")]
    public void WithoutAReferenceAPathWorks(string path)
    {
        var netParameters = Dense(5).Init(new Key(0), zeros(1, 2));
        var transferNet = Sequential(Dense(5), Relu, Dense(2));

        var parameters = transferNet.Init(new Key(1), zeros(1, 2), reuse: [(path, netParameters)]);

        Assert.Equal(netParameters, parameters["dense0"]);
        Assert.Equal(Numbers(transferNet.Init(new Key(1), zeros(1, 2))["dense1"]), Numbers(parameters["dense1"]));
    }

    [Fact]
    public void WithoutAReferenceTheNetworksOwnLayerWorks()
    {
        var netParameters = Dense(5).Init(new Key(0), zeros(1, 2));
        var transferNet = Sequential(Dense(5), Relu, Dense(2));

        var parameters = transferNet.Init(new Key(1), zeros(1, 2), reuse: [(transferNet.Layers[0], netParameters)]);

        Assert.Same(netParameters, parameters["dense0"]);
        Assert.Contains("is a function", Assert.Throws<ArgumentException>(() => transferNet.Init(new Key(1), zeros(1, 2), reuse: [(transferNet.Layers[1], netParameters)])).Message);
    }

    [Fact]
    public void AModuleInAFieldIsFoundWhereverATemplateUsesIt()
    {
        var parameters = Reused.WithField().Init(new Key(0), _x);

        Assert.Same(parameters.Dense, Reused.Encoder.ParametersFrom((Reused.WithField(), parameters), _x));
        Assert.Same(parameters.Dense, Reused.InList().ParametersFrom((Reused.WithField(), parameters), _x).Sequential.Dense);
        Assert.Same(parameters.Dense, Reused.WithField().ParametersFrom((Reused.InList(), Reused.InList().ParametersFrom((Reused.WithField(), parameters), _x)), _x).Dense);
    }

    [Fact]
    public void ReuseIsNested()
    {
        var parameters = Reused.Loss().Init(new Key(0), _x, _targets);

        var extended = Reused.Extended().Init(new Key(1), _x, reuse: [(Reused.Loss(), parameters)]);
        var inner = Reused.Inner().ParametersFrom([(Reused.Extended(), extended)], _x);

        Assert.Same(parameters.Net, extended.Net);
        Assert.Same(parameters.Net.Inner, inner);
    }

    [Fact]
    public void ReuseOfAPartLeavesTheRestToTheKey()
    {
        var inner = Reused.Inner().Init(new Key(7), _x);

        var net = Reused.Net().Init(new Key(1), _x, reuse: [(Reused.Inner(), inner), ("dense.bias", ones(3))]);

        Assert.Equal(inner, net.Inner);
        Assert.Equal([1f, 1, 1], net.Dense.Bias.data<float>().ToArray());
        Assert.NotEqual(0, net.Dense.Kernel.abs().sum().item<float>());
    }

    [Fact]
    public void LaterEntriesWin()
    {
        var (net, other) = (Reused.Net().Init(new Key(0), _x), Reused.Net().Init(new Key(1), _x));
        var inner = Reused.Inner().Init(new Key(2), _x);

        Assert.Same(other, From((Reused.Net(), net), (Reused.Net(), other)));

        var innerLast = From((Reused.Net(), net), (Reused.Inner(), inner));
        Assert.Equal(inner, innerLast.Inner);
        Assert.Equal(net.Dense, innerLast.Dense);

        Assert.Equal(net, From((Reused.Inner(), inner), (Reused.Net(), net)));
        Assert.Equal(net.Inner.Dense.Kernel, From((Reused.Net(), other), ("inner.dense.kernel", net.Inner.Dense.Kernel)).Inner.Dense.Kernel);
        Assert.Equal(other, From(("inner.dense.kernel", net.Inner.Dense.Kernel), (Reused.Net(), other)));

        var mixed = From((Reused.Net(), net), ("inner", other.Inner), ("inner.dense.bias", inner.Dense.Bias), (Reused.Inner(), other.Inner), ("dense", other.Dense));
        Assert.Equal(other, mixed);

        Reused.NetParams From(params Reuse[] reuse) => Reused.Net().ParametersFrom(reuse, _x);
    }

    [Fact]
    public void WhatNoEntryProvidesIsNamedByItsPath()
    {
        var net = Reused.Net().Init(new Key(0), _x);

        var error = Assert.Throws<MissingParameterException>(() => Reused.Extended().ParametersFrom((Reused.Net(), net), _x));
        Assert.Contains("No value for the parameters dense.kernel, dense.bias of Extended", error.Message);

        error = Assert.Throws<MissingParameterException>(() => Reused.Extended().ApplyFrom([(Reused.Net(), net), ("dense.kernel", zeros(3, 2))], _x));
        Assert.Contains("No value for the parameter dense.bias of Extended", error.Message);

        error = Assert.Throws<MissingParameterException>(() => Reused.AroundSized().ApplyFrom((Reused.Sized(4), Reused.Sized(4).Init(new Key(0), _x)), _x));
        Assert.Contains("each call of a template with hyperparameters makes a module of its own", error.Message);

        error = Assert.Throws<MissingParameterException>(() => Reused.Net().ApplyFrom((Reused.Inner(), net.Inner), _x));
        Assert.Contains("dense.kernel", error.Message);
    }

    [Fact]
    public void WhatWouldNotBeUsedIsRefused()
    {
        // With hyperparameters, each call makes a module of its own.
        var sized = Reused.Sized(4).Init(new Key(0), _x);
        var entry = (Module: Reused.Sized(4), sized);

        var error = Assert.Throws<ArgumentException>(() => Reused.AroundSized().Init(new Key(1), _x, reuse: [entry]));
        Assert.Contains("AroundSized contains neither Sized, for which parameters were given to reuse, nor a module inside of it", error.Message);
        Assert.Contains("(\"sized\", parameters)", error.Message);
        Assert.Same(sized.Dense.Kernel, Reused.AroundSized().Init(new Key(1), _x, reuse: [("sized", sized)]).Sized.Dense.Kernel);

        error = Assert.Throws<ArgumentException>(() => Reused.Net().InitWithOutput(new Key(1), _x, reuse: [(Reused.Inner(), Reused.Inner().Init(new Key(0), _x)), entry]));
        Assert.Contains("Net contains neither Sized", error.Message);
        Assert.Contains("The parameters are: dense.kernel, dense.bias, inner.dense.kernel", error.Message);
    }

    [Fact]
    public void WhatOtherEntriesTakeThePlaceOfIsNotRefused()
    {
        var (net, inner) = (Reused.Net().Init(new Key(0), _x), Reused.Inner().Init(new Key(2), _x));

        Assert.Same(net, Reused.Net().Init(new Key(1), _x, reuse: [(Reused.Inner(), inner), (Reused.Net(), net)]));
        Assert.Equal(inner, Reused.Net().Init(new Key(1), _x, reuse: [(Reused.Inner(), net.Inner), ("inner", inner), ("dense", net.Dense)]).Inner);
        Assert.Same(net, Reused.Net().ParametersFrom([(Reused.Sized(4), Reused.Sized(4).Init(new Key(0), _x)), (Reused.Net(), net)], _x));
    }

    [Fact]
    public void WhatDoesNotFitIsNamedByItsPath()
    {
        var parameters = Reused.Loss().Init(new Key(0), _x, _targets);

        var error = Assert.Throws<ParameterShapeException>(() => Reused.Error().ApplyFrom((Reused.Loss(), parameters), zeros(5, 7), _targets));
        Assert.Contains("the parameter net.inner.dense.kernel has the shape [6, 4]", error.Message);
        Assert.Contains("[7, 4]", error.Message);

        var other = Assert.Throws<ArgumentException>(() => Reused.Net().Init(new Key(0), _x, reuse: [("inner.dense", new DenseParams { Kernel = zeros(6, 5), Bias = zeros(5) })]));
        Assert.Contains("The parameter inner.dense.kernel has the shape [6, 4] with these inputs", other.Message);

        other = Assert.Throws<ArgumentException>(() => Reused.Net().Init(new Key(0), _x, reuse: [("inner.dense", zeros(6, 5))]));
        Assert.Contains("What was given to reuse for the path 'inner.dense' doesn't fit what is there", other.Message);

        other = Assert.Throws<ArgumentException>(() => Reused.Net().Init(new Key(0), _x, reuse: [("inner.dense1", zeros(6, 5))]));
        Assert.Contains("There is nothing at the path 'inner.dense1'", other.Message);
        Assert.Contains("dense.kernel, dense.bias, inner.dense.kernel, inner.dense.bias", other.Message);

        other = Assert.Throws<ArgumentException>(() => Reused.Net().Init(new Key(0), _x, reuse: [(Reused.Inner(), parameters)]));
        Assert.Contains("Inner has parameters of type InnerParams, but was given LossParams", other.Message);
    }

    [Fact]
    public void WhatStandsInForAMissingParameterDoesNotHideIt()
    {
        var inner = Reused.Inner().Init(new Key(0), _x);

        var error = Assert.Throws<MissingParameterException>(() => Reused.Rooted().ApplyFrom((Reused.Inner(), inner), _x));

        Assert.Contains("the parameter table", error.Message);
    }

    [Fact]
    public void GradientsFlowThroughApplyFrom()
    {
        var parameters = Reused.Loss().Init(new Key(0), _x, _targets);

        var from = Transforms.Grad((Reused.LossParams p) => Reused.Error().ApplyFrom((Reused.Loss(), p), _x, _targets))(parameters);
        var direct = Transforms.Grad((Reused.LossParams p) => Reused.Error().Apply(new() { Net = p.Net }, _x, _targets))(parameters);

        Assert.Equal(Numbers(direct), Numbers(from));
    }

    [Fact]
    public void ShapedIsTheModuleWithItsInputs()
    {
        var shaped = Reused.Loss().Shaped((_x, _targets));
        var parameters = shaped.Init(new Key(0));
        Assert.Equal(Numbers(Reused.Loss().Init(new Key(0), _x, _targets)), Numbers(parameters));

        var predicted = Reused.Net().ApplyFrom((shaped, parameters), _x);
        Assert.Equal(Numbers(Reused.Net().Apply(parameters.Net, _x)), Numbers(predicted));

        var error = Assert.Throws<ParameterShapeException>(
            () => Reused.Net().ApplyFrom((Reused.Loss().Shaped((zeros(5, 9), _targets)), parameters), _x));
        Assert.Contains("net.inner.dense.kernel", error.Message);
    }

    [Fact]
    public void InitWithOutputGivesBoth()
    {
        var (parameters, output) = Reused.Net().InitWithOutput(new Key(0), _x);

        Assert.Equal(Numbers(Reused.Net().Init(new Key(0), _x)), Numbers(parameters));
        Assert.Equal(Numbers(Reused.Net().Apply(parameters, _x)), Numbers(output));

        var (reused, outputOfReused) = Reused.Net().InitWithOutput(new Key(1), _x, reuse: [("inner", parameters.Inner)]);
        Assert.Equal(Numbers(Reused.Net().Apply(reused, _x)), Numbers(outputOfReused));
    }

    [Fact]
    public void ShapesAloneTakeNoMemory()
    {
        var (parameters, output) = Reused.Net().EvalShape(_x);

        Assert.Equal([6L, 4], parameters.Inner.Dense.Kernel.shape);
        Assert.Equal([0L, 0], parameters.Inner.Dense.Kernel.stride());
        Assert.Equal([5L, 3], output.shape);
        Assert.Equal([5L, 2], Dense(2).EvalShape(output).Output.shape);
    }

    private static float[] Numbers(object tree) => [.. Tree.Leaves(tree).SelectMany(leaf => leaf.data<float>().ToArray())];
}

using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class ApiPage
{
    /// <summary>The network by which JAXnet's API page explains names.</summary>
    [Parametrized]
    public static partial Tensor Net(Tensor inputs) => Sequential(inputs,
        Conv(4, (2, 2)), Flatten, Relu, Dense(3), Relu, Dense(2), Sequential(Dense(2), Relu));
}

public sealed class NamingTests
{
    [Fact]
    public void ParametersAreNamedAsOnJaxnetsApiPage()
    {
        var parameters = ApiPage.Net().Init(new Key(0), zeros(1, 5, 5, 2)).Sequential;

        Assert.Equal([4L], parameters.Conv.Bias.shape);
        Assert.Equal([3L], parameters.Dense0.Bias.shape);
        Assert.Equal([3L, 2], parameters.Dense1.Kernel.shape);
        Assert.Equal([2L], parameters.Dense1.Bias.shape);
        Assert.Equal([2L], parameters.Sequential.Dense.Bias.shape);
    }

    [Fact]
    public void ComposedAtRunTimeTheyHaveTheSameNames()
    {
        var net = Sequential(Conv(4, (2, 2)), Flatten, Relu, Dense(3), Relu, Dense(2), Sequential(Dense(2), Relu));

        var parameters = net.Init(new Key(0), zeros(1, 5, 5, 2));

        Assert.Equal(
            [
                "conv.kernel", "conv.bias", "dense0.kernel", "dense0.bias", "dense1.kernel", "dense1.bias",
                "sequential.dense.kernel", "sequential.dense.bias",
            ],
            Tree.Paths(parameters));
        Assert.Equal(Tree.Paths(ApiPage.Net().Init(new Key(0), zeros(1, 5, 5, 2)).Sequential), Tree.Paths(parameters));
    }

    [Fact]
    public void AnUnknownNameIsAnsweredWithThoseThatThereAre()
    {
        var parameters = Sequential(Dense(3), Relu).Init(new Key(0), zeros(1, 2));

        var error = Assert.Throws<KeyNotFoundException>(() => parameters["dense0"]);

        Assert.Contains("has no layer 'dense0'", error.Message);
        Assert.Contains("dense", error.Message);
    }

    [Fact]
    public void SurgeryByWithLeavesTheOriginal()
    {
        var parameters = ApiPage.Net().Init(new Key(0), zeros(1, 5, 5, 2)).Sequential;
        var zero = Tree.Map(parameters.Dense1, leaf => zeros_like(leaf));

        var changed = parameters with { Dense1 = zero };

        Assert.Same(zero, changed.Dense1);
        Assert.Same(zero, changed["dense1"]);
        Assert.NotSame(zero, parameters.Dense1);
        Assert.Same(parameters.Conv, changed.Conv);
    }
}

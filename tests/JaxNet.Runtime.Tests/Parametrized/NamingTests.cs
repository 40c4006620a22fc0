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

    /// <summary>Its name looks like that of a second convolution.</summary>
    [Parametrized]
    public static partial Tensor Conv1(Tensor x) => Relu(Conv(x, 4, (2, 2)));

    [Parametrized]
    public static partial Tensor MLP(Tensor x) => Dense(x, 3);

    /// <summary>Its name differs from the other's in C#, and not in paths.</summary>
    [Parametrized]
    public static partial Tensor Mlp(Tensor x) => Dense(x, 3);

    [Parametrized]
    public static partial Tensor Stem(Tensor images) => Sequential(images, Conv1, Conv(5, (2, 2)), Conv(6, (2, 2)), Flatten, MLP, Mlp);
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

    /// <summary>Each layer is there once: in paths, in checkpoints, and for the optimizer.</summary>
    [Fact]
    public void TemplatesWhoseNamesLookNumberedOrAlikeDontHideLayers()
    {
        var images = ones(1, 5, 5, 2);
        var net = Sequential(ApiPage.Conv1(), Conv(5, (2, 2)), Conv(6, (2, 2)), Flatten, ApiPage.MLP(), ApiPage.Mlp());

        foreach (var parameters in new LayerListParams[] { net.Init(new Key(0), images), ApiPage.Stem().Init(new Key(0), images).Sequential })
        {
            Assert.Equal(
                [
                    "conv1.conv.kernel", "conv1.conv.bias", "conv0.kernel", "conv0.bias", "conv2.kernel", "conv2.bias",
                    "mlp0.dense.kernel", "mlp0.dense.bias", "mlp1.dense.kernel", "mlp1.dense.bias",
                ],
                Tree.Paths(parameters));
            Assert.Equal([6L], ((ConvParams)Tree.Map(parameters, leaf => leaf * 2)[2]!).Bias.shape);
        }
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

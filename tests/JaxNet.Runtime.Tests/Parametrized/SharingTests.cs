using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Sharing
{
    [Parametrized]
    public static partial Tensor Twice(Tensor x)
    {
        Layer layer = Dense(3);
        return layer(layer(x));
    }

    [Parametrized]
    public static partial Tensor Encoder(Tensor x) => Dense(x, 4);

    [Parametrized]
    public static partial Tensor Mean(Tensor x) => Dense(Encoder(x), 2);

    [Parametrized]
    public static partial (Tensor Mean, Tensor Spread) Both(Tensor x) => (Mean(x), Dense(Encoder(x), 2));

    [Parametrized]
    public static partial Tensor Listed(Tensor x) => Sequential(x, Encoder(), Relu, Dense(2));
}

public sealed class SharingTests
{
    [Fact]
    public void ALocalLayerCalledTwiceIsOneModule()
    {
        var twice = Sharing.Twice();
        var x = new Key(1).Normal([2, 3]);
        var parameters = twice.Init(new Key(0), x);

        var (kernel, bias) = (parameters.Dense.Kernel, parameters.Dense.Bias);
        var once = x.matmul(kernel) + bias;
        Assert.Equal(2, Tree.LeafCount(parameters));
        Assert.True(allclose(once.matmul(kernel) + bias, twice.Apply(parameters, x)));
    }

    [Fact]
    public void GradientsOfASharedModuleAddUp()
    {
        var twice = Sharing.Twice();
        var parameters = new Sharing.TwiceParams
        {
            Dense = new DenseParams { Kernel = eye(3) * 2, Bias = tensor(new float[] { 1, 1, 1 }) },
        };

        // y = (x k + b) k + b: dy/db = k + 1, so 3 for each of the two rows, with k twice the identity.
        var gradient = Transforms.Grad<Sharing.TwiceParams>(p => twice.Apply(p, ones(2, 3)).sum())(parameters);

        Assert.Equal([6f, 6, 6], gradient.Dense.Bias.data<float>().ToArray());
    }

    [Fact]
    public void AModuleUnderSeveralParentsIsTheSameObjectOnEachPath()
    {
        var parameters = Sharing.Both().Init(new Key(0), zeros(1, 5));

        Assert.Same(parameters.Encoder, parameters.Mean.Encoder);
        Assert.Equal(6, Tree.LeafCount(parameters));
    }

    [Fact]
    public void SharingSurvivesATreeMapAndAnOptimizerStep()
    {
        var parameters = Sharing.Both().Init(new Key(0), zeros(1, 5));

        var mapped = Tree.Map(parameters, leaf => leaf + 1);

        Assert.Same(mapped.Encoder, mapped.Mean.Encoder);
        Assert.Same(mapped.Encoder.Dense.Kernel, mapped.Mean.Encoder.Dense.Kernel);
    }

    [Fact]
    public void AModuleGivenTwiceToSequentialHasOneSetOfParameters()
    {
        var layer = Dense(3);
        var net = Sequential(layer, Relu, layer);

        var parameters = net.Init(new Key(0), zeros(1, 3));

        Assert.Equal(2, Tree.LeafCount(parameters));
        Assert.Same(parameters[0], parameters[2]);
        Assert.Same(parameters[0], parameters["dense"]);
    }

    [Fact]
    public void AModuleOfOnesOwnSharesNothing()
    {
        var x = zeros(1, 5);
        var own = new Sharing.EncoderModule();

        var net = Sequential(Sharing.Encoder(), own);
        var parameters = net.Init(new Key(0), x);

        Assert.NotSame(parameters["encoder0"], parameters["encoder1"]);
    }

    [Fact]
    public void ASharedModuleInAListIsFoundForReuse()
    {
        var x = new Key(1).Normal([2, 5]);
        var listed = Sharing.Listed();
        var parameters = listed.Init(new Key(0), x);

        var encoded = Sharing.Encoder().ApplyFrom((listed, parameters), x);

        Assert.True(allclose(Sharing.Encoder().Apply(parameters.Sequential.Encoder, x), encoded));
    }

    [Fact]
    public void WhatNobodyProvidesIsNamed()
    {
        var x = zeros(2, 5);
        var parameters = Sharing.Encoder().Init(new Key(0), x);

        var error = Assert.Throws<MissingParameterException>(() => Sharing.Mean().ApplyFrom((Sharing.Encoder(), parameters), x));

        Assert.Contains("No value for the parameters dense.kernel, dense.bias of Mean", error.Message);
    }
}

using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class NormalizationTests
{
    [Fact]
    public void LayerNormIsPyTorchs()
    {
        Golden.Check("layer_norm", LayerNorm());
        Golden.Check("layer_norm over two axes, uncentered", LayerNorm(2, epsilon: 0.1, center: false));
        Golden.Check("layer_norm, unscaled", LayerNorm(scale: false));
        Golden.Check("layer_norm without parameters", LayerNorm(epsilon: 1e-3, center: false, scale: false));
    }

    [Fact]
    public void RMSNormEqualsItsFormula()
    {
        Golden.Check("rms_norm", RMSNorm());
        Golden.Check("rms_norm over two axes", RMSNorm(2, epsilon: 0.1));
    }

    [Fact]
    public void GroupNormIsPyTorchsWithChannelsLast()
    {
        Golden.Check("group_norm", GroupNorm(3));
        Golden.Check("group_norm, each channel", GroupNorm(6, epsilon: 0.1, scale: false));
    }

    [Fact]
    public void BatchNormIsPyTorchsInTrainingWithChannelsLast()
    {
        Golden.Check("batch_norm", BatchNorm());
        Golden.Check("batch_norm", BatchNorm([0, 1, 2]));
        Golden.Check("batch_norm", BatchNorm([-4, -3, -2]), Mode.Eval);
        Golden.Check("batch_norm, unscaled", BatchNorm(epsilon: 0.1, scale: false));
        Golden.Check("batch_norm of vectors", BatchNorm());
    }

    [Fact]
    public void BatchNormOverTheBatchOnlyHasParametersForTheOtherAxes() =>
        Golden.Check("batch_norm over the batch only", BatchNorm([0]));

    [Fact]
    public void BatchNormKeepsItsDigitsWhereTheMeanIsLarge()
    {
        var norm = BatchNorm([0]);
        var inputs = tensor(new float[] { 10001, 10003 }, [2, 1]);

        var output = norm.Apply(norm.Init(new Key(0), inputs), inputs);

        Assert.Equal([-1f, 1], output.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    // Squares from 256 on are more than float16 holds: 300² + 400² = 500², and 500 each away from their mean.
    [Fact]
    public void StatisticsOfFloat16AreFloat32()
    {
        var root = Math.Sqrt(0.5);
        AssertIn16Bits([0.6 / root, 0.8 / root], RMSNorm(), tensor(new float[] { 300, 400 }, [1, 2]));
        AssertIn16Bits([-1, 1], GroupNorm(1), tensor(new float[] { 0, 1000 }, [1, 2]));
        AssertIn16Bits([-1, 1], BatchNorm(), tensor(new float[] { 0, 1000 }, [2, 1]));
        AssertIn16Bits([-1, 1], BatchNorm(center: false, scale: false), tensor(new float[] { 0, 1000 }, [2, 1]));
        AssertIn16Bits([300, 400], WeightNorm(), tensor(new float[] { 300, 400 }, [2, 1]));

        static void AssertIn16Bits<TParams>(double[] expected, LayerModule<TParams> layer, Tensor inputs)
            where TParams : Params
        {
            var parameters = Tree.Map(layer.Init(new Key(0), inputs), parameter => parameter.type(ScalarType.Float16));
            var output = layer.Apply(parameters, inputs.type(ScalarType.Float16));

            Assert.Equal(ScalarType.Float16, output.dtype);
            Assert.Equal(expected, output.@double().data<double>().ToArray(), (a, b) => Math.Abs(a - b) <= 1e-3 * Math.Abs(a));
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedInTheLayersWords()
    {
        var x = zeros(2, 4);

        Assert.Contains("into 3 groups", Assert.Throws<ArgumentException>(() => GroupNorm(3).Init(new Key(0), x)).Message);
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentOutOfRangeException>(() => LayerNorm(3).Init(new Key(0), x)).Message);
        Assert.Contains("[0, 2]", Assert.Throws<ArgumentOutOfRangeException>(() => BatchNorm([0, 2]).Init(new Key(0), x)).Message);
    }
}

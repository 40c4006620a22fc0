using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

/// <summary>Layers that a template is given, with parameters that were initialised with others in their places.</summary>
public sealed partial class GivenLayersTests
{
    [Parametrized]
    private static partial Tensor First(Tensor x, Layer[] layers)
    {
        for (var i = 0; i < Math.Min(layers.Length, x.shape[0]); i++)
            x = layers[i](x);

        return x;
    }

    [Fact]
    public void One_that_Init_did_not_call_is_told()
    {
        var net = First([Dense(2), Dense(2)]);
        var parameters = net.Init(new Key(0), ones(1, 2));

        var error = Assert.Throws<ArgumentException>(() => net.Apply(parameters, ones(2, 2)));
        Assert.StartsWith("The layer Dense is a module, but the parameters given have none for it", error.Message);
        Assert.Contains("\n    1: Layers.Dense", error.Message);
    }

    [Fact]
    public void One_in_a_functions_place_is_told()
    {
        var x = ones(1, 4);
        var parameters = Sequential(Relu, Dense(4)).Init(new Key(0), x);

        var error = Assert.Throws<ArgumentException>(() => Sequential(Dense(4), Relu).Apply(parameters, x));
        Assert.Contains("initialised with a function in its place", error.Message);
    }

    [Fact]
    public void One_of_another_kind_is_told()
    {
        var x = ones(1, 4);
        var parameters = Sequential(Dense(4), Dense(4)).Init(new Key(0), x);

        var error = Assert.Throws<ArgumentException>(() => Sequential(LayerNorm(), Dense(4)).Apply(parameters, x));
        Assert.StartsWith("LayerNorm: the parameters given for this layer are DenseParams, those of another kind of layer, and not LayerNormParams.", error.Message);
        Assert.Contains("\n    0: Layers.LayerNorm", error.Message);
    }
}

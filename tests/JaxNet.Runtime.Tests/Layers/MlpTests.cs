using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class MlpTests
{
    [Fact]
    public void EqualsItsFormula() => Golden.Check("mlp", Mlp([5, 4, 2], Tanh, Sigmoid));

    [Fact]
    public void ReluIsBetweenTheLayersUnlessGiven()
    {
        var mlp = Mlp([1, 1], kernelInit: Initializers.Constant(-1), biasInit: Initializers.Constant(0.5));
        var x = tensor(new float[] { 2, -2 }, [2, 1]);

        // relu(-2 + 0.5) = 0 and relu(2 + 0.5) = 2.5; the last layer has no function behind it.
        Assert.Equal([0.5f, -2], mlp.Apply(mlp.Init(new Key(0), x), x).data<float>().ToArray());
    }
}

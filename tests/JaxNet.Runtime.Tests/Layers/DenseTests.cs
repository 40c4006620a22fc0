using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class DenseTests
{
    [Fact]
    public void IsInputsTimesKernelPlusBias()
    {
        var parameters = new DenseParams
        {
            Kernel = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]),
            Bias = tensor(new float[] { 10, 20, 30 }),
        };

        var output = Dense(3).Apply(parameters, tensor(new float[] { 1, 2, -1, 0 }, [2, 2]));

        Assert.Equal([19f, 32, 45, 9, 18, 27], output.data<float>().ToArray());
    }

    [Fact]
    public void TakesAnyNumberOfLeadingAxes() =>
        Assert.Equal([2L, 5, 3], Dense(3).Apply(Dense(3).Init(new Key(0), zeros(1, 4)), zeros(2, 5, 4)).shape);

    [Fact]
    public void InitializersCanBeChosen()
    {
        var parameters = Dense(2, Initializers.Ones(), Initializers.Zeros()).Init(new Key(0), zeros(1, 3));

        Assert.Equal(6, parameters.Kernel.sum().item<float>());
        Assert.Equal(0, parameters.Bias.abs().sum().item<float>());
    }
}

using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public sealed class ActivationTests
{
    public static TheoryData<string, Layer, Func<double, double>> Functions => new()
    {
        { nameof(Identity), Identity, x => x },
        { nameof(Relu), Relu, x => Math.Max(x, 0) },
        { nameof(Tanh), Tanh, Math.Tanh },
        { nameof(Sigmoid), Sigmoid, x => 1 / (1 + Math.Exp(-x)) },
        { nameof(Exp), Exp, Math.Exp },
        { nameof(Softplus), Softplus, x => Math.Log(1 + Math.Exp(x)) },
        { nameof(LeakyRelu), LeakyRelu, x => x > 0 ? x : 0.01 * x },
        { nameof(Elu), Elu, x => x > 0 ? x : Math.Exp(x) - 1 },

        // The constants of Klambauer and others (2017), appendix A1.
        { nameof(Selu), Selu, x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1)) },
        { nameof(Swish), Swish, x => x / (1 + Math.Exp(-x)) },
        { nameof(Silu), Silu, x => x / (1 + Math.Exp(-x)) },
        { nameof(Mish), Mish, x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))) },
        { nameof(LogSigmoid), LogSigmoid, x => Math.Log(1 / (1 + Math.Exp(-x))) },
        { nameof(SoftSign), SoftSign, x => x / (1 + Math.Abs(x)) },
        { nameof(Relu6), Relu6, x => Math.Clamp(x, 0, 6) },
        { nameof(HardTanh), HardTanh, x => Math.Clamp(x, -1, 1) },
        { nameof(HardSigmoid), HardSigmoid, x => Math.Clamp((x + 3) / 6, 0, 1) },
        { nameof(HardSwish), HardSwish, x => x * Math.Clamp((x + 3) / 6, 0, 1) },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void EqualsItsFormula(string name, Layer layer, Func<double, double> formula)
    {
        double[] points = [-7, -3, -1, -0.25, 0, 0.5, 1, 4, 7];

        var values = layer(tensor(points)).data<double>().ToArray();

        for (var i = 0; i < points.Length; i++)
            Assert.True(Math.Abs(formula(points[i]) - values[i]) < 1e-9, $"{name}({points[i]}) is {values[i]}");
    }

    [Fact]
    public void GluGatesTheFirstHalfByTheSecond()
    {
        var output = Glu(tensor([2.0, 3, 0, double.PositiveInfinity]));

        Assert.Equal([1.0, 3], output.data<double>().ToArray());
    }

    [Fact]
    public void GeluIsTheExactOne()
    {
        // x * Phi(x); Phi(1) = 0.841344746068543 (any table of the normal distribution).
        Assert.Equal(0.841344746068543, Gelu(tensor(new[] { 1.0 })).item<double>(), 1e-12);
        Assert.Equal(-0.158655253931457, Gelu(tensor(new[] { -1.0 })).item<double>(), 1e-12);
    }

    [Fact]
    public void SoftmaxIsOverTheLastAxisAndDoesNotOverflow()
    {
        var x = tensor(new float[] { 1000, 1000, 0, MathF.Log(3) }, [2, 2]);

        Assert.Equal([0.5f, 0.5f, 0.25f, 0.75f], Softmax(x).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(MathF.Log(0.75f), LogSoftmax(x)[1, 1].item<float>(), 1e-6);
    }

    [Fact]
    public void FlattenKeepsTheFirstAxis() => Assert.Equal([2L, 12], Flatten(zeros(2, 3, 4)).shape);
}

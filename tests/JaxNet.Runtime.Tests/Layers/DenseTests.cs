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

    /// <summary>Without a gradient bias and rectifier are passes of JaxNet's own, for few numbers; in double precision they are libtorch's.</summary>
    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(1, 784, 64)]
    [InlineData(7, 20, 37)]
    [InlineData(600, 20, 64)]
    [InlineData(0, 4, 3)]
    public void NumbersAreThoseOfDoublePrecisionWithAndWithoutGradients(long rows, long inner, long columns)
    {
        var net = Sequential(Dense(columns), Relu, Dense(columns), Tanh);
        var inputs = new Key(1).Normal([rows, inner]);
        var parameters = net.Init(new Key(0), zeros(1, inner));
        var expected = net.Apply(Tree.Map(parameters, p => p.@double()), inputs.@double());

        var differentiable = Tree.Map(parameters, p => p.clone().requires_grad_());
        Check(net.Apply(parameters, inputs));
        Check(net.Apply(differentiable, inputs));
        using (no_grad())
            Check(net.Apply(differentiable, inputs));

        // Each of the two products is rounded, by 2^-24 of what has been summed up.
        void Check(Tensor output)
        {
            Assert.Equal(expected.shape, output.shape);
            Assert.True(rows == 0 || (output - expected).abs().max().item<double>() < 1e-5);
        }
    }

    [Fact]
    public void InputsAndParametersStayAsTheyAre()
    {
        var net = Sequential(Relu, Dense(3), Relu, Relu);
        var inputs = new Key(1).Normal([4, 5]).t().t();
        var parameters = net.Init(new Key(0), inputs);
        var before = Tree.Map((inputs, parameters), tensor => tensor.clone());

        net.Apply(parameters, inputs);

        Assert.All(
            Tree.Leaves((inputs, parameters)).Zip(Tree.Leaves(before)),
            pair => Assert.Equal(pair.Second.data<float>().ToArray(), pair.First.data<float>().ToArray()));
    }

    /// <summary>A rectifier right behind a dense layer changes its output in place, which nobody may see who has that output otherwise.</summary>
    [Fact]
    public void WhatALayerInBetweenHasSeenStaysAsItWas()
    {
        Tensor? seen = null;
        var net = Sequential(Dense(16), x => seen = x.clone().DetachFromDisposeScope(), Relu);
        var kept = Sequential(Dense(16), x => x, Relu);
        var inputs = new Key(1).Normal([4, 5]);
        var parameters = net.Init(new Key(0), inputs);

        Assert.True(net.Apply(parameters, inputs).min().item<float>() >= 0);
        Assert.True(seen!.min().item<float>() < 0);
        Assert.Equal(net.Apply(parameters, inputs).data<float>().ToArray(), kept.Apply(kept.Init(new Key(0), inputs), inputs).data<float>().ToArray());
    }

    [Fact]
    public void WhatIsNotANumberStaysSoBehindARectifier()
    {
        var net = Sequential(Dense(9), Relu);
        var parameters = net.Init(new Key(0), zeros(1, 2));

        var output = net.Apply(parameters, tensor(new[] { float.NaN, 1 }, [1, 2]));

        Assert.All(output.data<float>().ToArray(), number => Assert.True(float.IsNaN(number)));
    }

    [Fact]
    public void ATransposedInputAndASharedBiasAreFine()
    {
        var parameters = new DenseParams { Kernel = new Key(0).Normal([4, 8]), Bias = new Key(1).Normal([1]).expand(8) };
        var inputs = new Key(2).Normal([4, 3]).t();

        var expected = inputs.@double().mm(parameters.Kernel.@double()) + parameters.Bias.@double();

        Assert.True((Dense(8).Apply(parameters, inputs) - expected).abs().max().item<double>() < 1e-5);
    }
}

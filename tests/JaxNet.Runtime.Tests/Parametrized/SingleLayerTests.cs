using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Wrapping
{
    [Parametrized]
    public static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

    [Parametrized]
    public static partial Tensor Net(Tensor x) => Sequential(x, Residual(Dense(3)), Residual(Sequential(Dense(5), Relu, Dense(3))), Residual(Relu));

    [Parametrized]
    public static partial Tensor Loss(Tensor x, Tensor targets) => (Net(x) - targets).square().mean();

    [Parametrized]
    public static partial Tensor Noisy(Tensor x) => Residual(x, Dropout(0.5));
}

public sealed class SingleLayerTests
{
    [Fact]
    public void ValuesAreThoseOfTheLayersByHand()
    {
        var x = new Key(1).Normal([2, 3]);

        var parameters = Wrapping.Net().Init(new Key(0), x);

        var first = parameters.Sequential.Residual0.Inner;
        var y = x + x.matmul(first.Kernel) + first.Bias;
        var second = parameters.Sequential.Residual1.Inner;
        var (before, after) = ((DenseParams)second["dense0"], (DenseParams)second["dense1"]);
        y = y + (y.matmul(before.Kernel) + before.Bias).relu().matmul(after.Kernel) + after.Bias;
        Assert.True(allclose(y + y.relu(), Wrapping.Net().Apply(parameters, x)));
    }

    [Fact]
    public void KeysFollowTheOrderOfEvaluation()
    {
        var x = zeros(1, 3);
        var (residual, dense) = (Wrapping.Residual(Dense(3)).Init(new Key(4), x), Dense(3).Init(new Key(4), x));

        Assert.True(residual.Inner.Kernel.Equals(dense.Kernel));
    }

    [Fact]
    public void WhatIsWrappedTrains()
    {
        var (x, targets) = (new Key(1).Normal([8, 3]), new Key(2).Normal([8, 3]));
        var (loss, optimizer) = (Wrapping.Loss(), Optimizers.Adam(1e-2));
        var state = optimizer.Init(loss.Init(new Key(0), x, targets));
        var before = loss.Apply(optimizer.GetParameters(state), x, targets).item<float>();

        for (var i = 0; i < 50; i++)
            state = optimizer.Update(loss, state, (x, targets));

        Assert.True(loss.Apply(optimizer.GetParameters(state), x, targets).item<float>() < before / 2);
    }

    [Fact]
    public void ALayerThatNeedsAKeySaysSo()
    {
        var x = ones(1, 3);
        var parameters = Wrapping.Noisy().Init(new Key(0), x);

        Assert.Throws<MissingKeyException>(() => Wrapping.Noisy().Apply(parameters, x));
        Assert.Equal(6, Wrapping.Noisy().Apply(parameters, x, mode: Mode.Eval).sum().item<float>());
    }

    [Fact]
    public void ParametersOfAFunctionDoNotServeAModule()
    {
        var x = ones(1, 3);
        var parameters = Wrapping.Residual(Relu).Init(new Key(0), x);
        var module = Wrapping.Residual((Layer)Dense(3));

        Assert.Contains("The layer Dense is a module", Assert.Throws<ArgumentException>(() => module.Apply(parameters, x)).Message);
    }

    [Fact]
    public void AModuleThatIsCalledAsAFunctionSaysWhatToDo()
    {
        Layer<Tensor, Tensor, (Tensor, Tensor)> cell = GRUCell(3);

#pragma warning disable JXN0012 // The rule says it first.
        Assert.Contains("GRUCell was called as a function", Assert.Throws<InvalidOperationException>(() => cell(zeros(1), zeros(1))).Message);
#pragma warning restore JXN0012
    }
}

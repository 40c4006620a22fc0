using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Fused;

/// <summary>Functions that know their own gradient, in the middle of what autograd records. <c>MaxPool</c> of tiles is one.</summary>
public sealed class TapeTests
{
    private static readonly Tensor Images = new Key(0).Normal([2, 8, 8, 3]);

    private static Tensor Pool(Tensor images)
    {
        var pool = MaxPool((2, 2), (2, 2));
        return pool.Apply(pool.Init(new Key(0), images), images);
    }

    private static Tensor PlainPool(Tensor images) =>
        images.reshape(images.shape[0], images.shape[1] / 2, 2, images.shape[2] / 2, 2, images.shape[3]).amax([2, 4]);

    [Fact]
    public void OneAfterTheOther() => AssertSame(pool => x => (pool((pool(x * 2) - 1).sin()) * x.narrow(1, 0, 2).narrow(2, 0, 2)).sum());

    [Fact]
    public void SideBySideOnWhatTheyHaveInCommon() => AssertSame(pool => x =>
    {
        var common = (x * x).sin();
        return (pool(common) * pool(-common) * common.narrow(1, 0, 4).narrow(2, 0, 4)).sum();
    });

    [Fact]
    public void OnTheVariableItself() => AssertSame(pool => x => pool(x).pow(2).sum() + x.sum());

    [Fact]
    public void AnOutputThatIsNotUsed() => AssertSame(pool => x =>
    {
        pool(x.sin());
        return pool(x).sum();
    });

    [Fact]
    public void WhatIsDetachedHasNoGradient() => AssertSame(pool => x => (pool(x).detach() * pool(x)).sum());

    [Fact]
    public void MoreThanATapeHolds() => AssertSame(pool => x =>
    {
        var sum = zeros(1);
        for (var i = 0; i < 80; i++)
            sum = sum + pool(x * i).mean();

        return sum.sum();
    });

    [Fact]
    public void AGradientInsideOfTheFunction() => AssertSame(pool => x =>
        Transforms.Grad<Tensor>(y => pool(y * y).sum())(x).pow(2).sum() + pool(x).sum());

    /// <summary>A tape that stayed behind would take functions that are called outside, and their gradients would be lost.</summary>
    [Fact]
    public void AnExceptionEndsTheTape()
    {
        Assert.Throws<InvalidOperationException>(() =>
            Transforms.Grad<Tensor>(x => throw new InvalidOperationException(Pool(x).ToString()))(Images));

        var variable = Images.clone().requires_grad_();
        var gradient = autograd.grad([Pool(variable).sum()], [variable])[0];

        Assert.Equal(2 * 4 * 4 * 3, gradient.sum().item<float>());
    }

    private static void AssertSame(Func<Func<Tensor, Tensor>, Func<Tensor, Tensor>> function)
    {
        var (value, gradient) = Transforms.ValueAndGrad(function(Pool))(Images);
        var (right, rightGradient) = Transforms.ValueAndGrad(function(PlainPool))(Images);

        Assert.Equal(right.item<float>(), value.item<float>(), 1e-4f);
        Assert.True((gradient - rightGradient).abs().max().item<float>() < 1e-4f, "The gradients differ.");
    }
}

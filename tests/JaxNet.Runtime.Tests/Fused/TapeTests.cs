using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Fused;

/// <summary>Functions that know their own gradient, in the middle of what autograd records. <c>MaxPool</c> of tiles is one.</summary>
public sealed partial class TapeTests
{
    private static readonly Tensor Images = new Key(0).Normal([2, 8, 8, 3]);

    private static Tensor Pool(Tensor images)
    {
        var pool = MaxPool((2, 2), (2, 2));
        return pool.Apply(pool.Init(new Key(0), images), images);
    }

    private static Tensor PlainPool(Tensor images) =>
        images.reshape(images.shape[0], images.shape[1] / 2, 2, images.shape[2] / 2, 2, images.shape[3]).amax([2, 4]).clone();

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

    [Fact]
    public void AnOutputIsChangedInPlace() => AssertSame(pool => x =>
    {
        var largest = pool(x.sin());
        largest.mul_(2).add_(largest.narrow(3, 0, 1));
        return (largest * largest).sum();
    });

    /// <summary>Here the output is the layer's own, where <c>Apply</c> makes it the caller's.</summary>
    [Parametrized]
    private static partial Tensor ByLayer(Tensor x)
    {
        using var largest = MaxPool(x.sin(), (2, 2), (2, 2));
        largest.mul_(2);
        return largest.pow(2).sum();
    }

    [Fact]
    public void AnOutputIsChangedAndDisposed()
    {
        var gradient = Transforms.Grad<Tensor>(x => ByLayer().Apply(ByLayer().Init(new Key(0), x), x))(Images);
        var right = Transforms.Grad<Tensor>(x => (PlainPool(x.sin()) * 2).pow(2).sum())(Images);

        Assert.True((gradient - right).abs().max().item<float>() < 1e-4f, "The gradients differ.");
    }

    [Fact]
    public void AnOutputAsAnInputIsChangedBefore() => AssertSame(pool => x => pool(pool(x.sin()).mul_(-1)).pow(2).sum());

    /// <summary>The gradient would be one at other numbers, or lead to the change; autograd refuses it too.</summary>
    [Fact]
    public void AnInputThatIsChangedInPlaceAfterwardsIsRefused()
    {
        Refused(pool => x =>
        {
            var y = x * 2;
            var largest = pool(y);
            y.mul_(2);
            return largest.mean() + y.mean();
        });
        Refused(pool => x =>
        {
            var y = x * 2;
            var largest = pool(y);
            y.narrow(0, 0, 1).zero_();
            return largest.mean();
        });

        static void Refused(Func<Func<Tensor, Tensor>, Func<Tensor, Tensor>> function)
        {
            var message = Assert.Throws<InvalidOperationException>(() => Transforms.Grad(function(Pool))(Images)).Message;
            Assert.StartsWith("A tensor of shape [2, 8, 8, 3] that MaxPool was given has been changed in place afterwards", message);
            Assert.ThrowsAny<Exception>(() => Transforms.Grad(function(PlainPool))(Images));
        }
    }

    /// <summary>Autograd refuses it too, whichever handle the function was given.</summary>
    [Fact]
    public void AVariableThatIsChangedInPlaceAfterwardsIsRefused()
    {
        Refused(x => x);
        Refused(x => x.alias());

        static void Refused(Func<Tensor, Tensor> handle)
        {
            Tensor Changed(Tensor x, Func<Tensor, Tensor> pool)
            {
                var sum = pool(handle(x)).sum();
                using (no_grad())
                    x.zero_();

                return sum;
            }

            Assert.StartsWith(
                "A tensor of shape [2, 8, 8, 3] that MaxPool was given has been changed in place afterwards",
                Assert.Throws<InvalidOperationException>(() => Transforms.Grad<Tensor>(x => Changed(x, Pool))(Images.clone())).Message);
            Assert.ThrowsAny<Exception>(() => Transforms.Grad<Tensor>(x => Changed(x, PlainPool))(Images.clone()));
        }
    }

    /// <summary>A donated step changes the variables in place once their gradients are there, and the next step goes on with them.</summary>
    [Parametrized]
    private static partial Tensor OfParameters(Tensor x)
    {
        var start = Parameter([1, 2, 2, 3], Initializers.Normal(1), "start");
        return MaxPool(start, (2, 2), (2, 2)).pow(2).sum() + Scan(GRUCell(3), zeros(2, 3), x).Carry.pow(2).sum();
    }

    [Fact]
    public void DonatedStepsChangeVariablesBetweenGradients()
    {
        var (loss, optimizer, x) = (OfParameters(), Optimizers.Momentum(0.1), new Key(1).Normal([4, 2, 3]));
        var parameters = loss.Init(new Key(0), x);
        var (donated, pure) = (optimizer.Init(parameters), optimizer.Init(parameters));
        for (var i = 0; i < 4; i++)
        {
            optimizer.Step(ref donated, loss, x);
            pure = optimizer.Update(loss, pure, x);
        }

        foreach (var (after, right) in Tree.Zip(optimizer.GetParameters(donated), optimizer.GetParameters(pure)))
            Assert.True(after.allclose(right));
    }

    /// <summary>A conversion that has nothing to convert gives the variable itself, in an object that the layer's scope disposes.</summary>
    [Parametrized]
    private static partial Tensor ByOtherHandle(Tensor x, Func<Tensor, Tensor> handle)
    {
        var y = handle(x);
        return Dense(MaxPool(y, (2, 2), (2, 2)), 2).pow(2).sum() + y.sum();
    }

    [Fact]
    public void AnInputIsAnotherHandleOfTheVariable()
    {
        foreach (var handle in (Func<Tensor, Tensor>[])[x => x.@float(), x => x.contiguous(), x => x.cpu(), x => x.alias()])
        {
            var net = ByOtherHandle(handle);
            var parameters = net.Init(new Key(0), Images);

            var gradient = Transforms.Grad<Tensor>(x => net.Apply(parameters, x))(Images);
            var right = Transforms.Grad<Tensor>(x => Dense(2).Apply(parameters.Dense, PlainPool(x)).pow(2).sum() + x.sum())(Images);

            Assert.True((gradient - right).abs().max().item<float>() < 1e-4f, "The gradients differ.");
        }
    }

    [Fact]
    public void AnInputIsADisposedHandleOfTheVariable() => AssertSame(pool => x =>
    {
        using var same = x.@float();
        return (pool(same) * pool(x.contiguous())).sum();
    });

    [Fact]
    public void AnInputThatIsDetachedAfterwardsStillHasItsGradient() => AssertSame(pool => x =>
    {
        var y = x.sin();
        var largest = pool(y);
        y.detach_();
        return largest.pow(2).sum();
    });

    [Fact]
    public void AnInputMadeInInferenceModeIsNotCounted()
    {
        Tensor steps;
        using (inference_mode())
            steps = ones(2, 1, 3);

        var (cell, carry) = (GRUCell(3), zeros(1, 3));
        var gradient = Transforms.Grad((GRUCellParams p) => cell.Scan(p, carry, steps).Carry.sum())(cell.Init(new Key(0), carry, steps[0]));

        Assert.NotEqual(0, gradient.ComputeKernel.abs().sum().item<float>());
    }

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

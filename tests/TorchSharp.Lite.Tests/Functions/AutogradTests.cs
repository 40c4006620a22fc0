using System.Runtime.InteropServices;
using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Derivatives by hand.</summary>
public class AutogradTests
{
    [Fact]
    public void GradOfAProduct()
    {
        var (x, y) = (Row(2, 3).requires_grad_(), Row(5, 7).requires_grad_());
        var gradients = autograd.grad([(x * x * y).sum()], [x, y]);

        Are([20, 42], gradients[0]);
        Are([4, 9], gradients[1]);
    }

    [Fact]
    public void GradOfAMatrixProductIsATransposedProduct()
    {
        var w = ones(2, 3, requires_grad: true);
        var x = tensor(new float[,] { { 1, 2 } });

        Are([1, 1, 1, 2, 2, 2], autograd.grad([x.matmul(w).sum()], [w])[0]);
    }

    [Fact]
    public void GradOutputsWeigh()
    {
        var x = Row(2, 3).requires_grad_();

        Are([4, 60], autograd.grad([x * x], [x], [Row(1, 10)])[0]);
    }

    [Fact]
    public void GradOfAGrad()
    {
        var x = Row(2, 3).requires_grad_();
        var first = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];

        Are([12, 27], first);
        Are([12, 18], autograd.grad([first.sum()], [x])[0]);
    }

    [Fact]
    public void WhatIsUnusedHasNoHandleWhereThatIsAllowed()
    {
        var (x, y) = (Row(2).requires_grad_(), Row(3).requires_grad_());
        var gradients = autograd.grad([x * 2], [x, y], allow_unused: true);

        Are([2], gradients[0]);
        Assert.True(gradients[1].IsInvalid);
        Assert.Contains("appears to not have been used in the graph", Assert.Throws<ExternalException>(() => autograd.grad([x * 2], [x, y])).Message);
    }

    [Fact]
    public void AGraphIsGoneAfterUseUnlessItIsRetained()
    {
        var x = Row(2).requires_grad_();
        var y = x * x;
        autograd.grad([y], [x], retain_graph: true);
        autograd.grad([y], [x]);

        Assert.Contains("backward through the graph a second time", Assert.Throws<ExternalException>(() => autograd.grad([y], [x])).Message);
    }

    [Fact]
    public void NoGradEndsTheGraphAndPutsTheModeBack()
    {
        var x = Row(2).requires_grad_();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * x).requires_grad);
            using (enable_grad()) Assert.True((x * x).requires_grad);
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
        Assert.True((x * x).requires_grad);
        Assert.False((x * x).detach().requires_grad);
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void TheGradModeIsOfItsThread()
    {
        using var mode = no_grad();
        var elsewhere = false;
        var thread = new Thread(() => elsewhere = is_grad_enabled());
        thread.Start();
        thread.Join();

        Assert.True(elsewhere);
    }

    [Fact]
    public void LeavesAndTheirFlags()
    {
        var x = zeros(2);
        x.requires_grad = true;
        Assert.True(x.is_leaf);
        Assert.False((x + 1).is_leaf);
        x.requires_grad = false;
        Assert.False((x + 1).requires_grad);
        Assert.Contains("Tensors of floating point and complex dtype", Assert.Throws<ExternalException>(() => arange(2).requires_grad_()).Message);
    }

    [Fact]
    public void AnAliasIsTheSameVariable()
    {
        var x = Row(2, 3);
        x.alias().requires_grad = true;
        Assert.True(x.requires_grad);
        Assert.True(x.alias().is_leaf);
        Assert.True(as_tensor(x).is_leaf);
        Are([2, 2], autograd.grad([(x * 2).sum()], [x.alias()], allow_unused: true)[0]);
        Are([2, 2], autograd.grad([(x.alias() * 2).sum()], [x])[0]);
    }

    [Fact]
    public void AnAliasOutlivesWhatItIsOf()
    {
        var x = Row(2, 3);
        var alias = x.alias();
        x.Dispose();
        Are([2, 3], alias);

        var other = alias.alias();
        alias.Dispose();
        Are([2, 3], other);
    }

    [Fact]
    public void AnIndexOfEverythingIsAView()
    {
        var x = Row(2, 3).requires_grad_();
        Assert.False(x[TensorIndex.Ellipsis].is_leaf);
    }

    /// <summary>Design.md warns of it: the error comes at the backward pass, not where the leaf is changed.</summary>
    [Fact]
    public void AChangedLeafIsAnErrorAtTheBackwardPass()
    {
        var x = Row(2).requires_grad_();
        var y = x * x;
        using (no_grad()) x.add_(1);

        Assert.Contains("modified by an inplace operation", Assert.Throws<ExternalException>(() => autograd.grad([y], [x])).Message);
    }
}

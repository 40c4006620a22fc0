using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

public static partial class Branches
{
    [Parametrized]
    public static partial Tensor Residual(Tensor x, long width) =>
        FanInSum(Parallel(FanOut(x, 2), Sequential(Dense(width), Relu, Dense(x.shape[^1])), Identity));

    [Parametrized]
    public static partial Tensor Concatenated(Tensor x) => FanInConcat(Parallel(FanOut(x, 3), Dense(2), Exp, Dense(1)));
}

public sealed class ParallelTests
{
    [Fact]
    public void ASumOfABranchAndTheInputIsAResidualBlock()
    {
        var residual = Branches.Residual(5);
        var x = new Key(1).Normal([3, 4]);

        var parameters = residual.Init(new Key(0), x);

        var branch = parameters.Parallel.Sequential;
        var hidden = (x.matmul(branch.Dense0.Kernel) + branch.Dense0.Bias).relu();
        Assert.True(allclose(x + hidden.matmul(branch.Dense1.Kernel) + branch.Dense1.Bias, residual.Apply(parameters, x)));
    }

    [Fact]
    public void BranchesAreConcatenatedAlongTheLastAxis()
    {
        var net = Branches.Concatenated();
        var x = new Key(1).Normal([3, 4]);

        var parameters = net.Init(new Key(0), x);

        var (first, last) = (parameters.Parallel.Dense0, parameters.Parallel.Dense1);
        var expected = cat([x.matmul(first.Kernel) + first.Bias, x.exp(), x.matmul(last.Kernel) + last.Bias], 1);
        Assert.True(allclose(expected, net.Apply(parameters, x)));
    }

    [Fact]
    public void EachLayerGetsTheGradientOfItsOwnOutput()
    {
        var parallel = Parallel(Dense(2), Dense(2));
        Tensor[] inputs = [ones(1, 2), 3 * ones(1, 2)];
        var parameters = parallel.Init(new Key(0), inputs);

        var gradient = Transforms.Grad<ParallelParams>(p => FanInSum(parallel.Apply(p, inputs)).sum())(parameters);

        Assert.Equal([1f, 1, 1, 1, 1, 1, 3, 3, 3, 3, 1, 1], Tree.Leaves(gradient).SelectMany(leaf => leaf.data<float>().ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void OtherThanATensorForEachLayerIsRefused(int count) =>
        Assert.Contains("but got", Assert.Throws<ArgumentException>(() => Parallel(Dense(2), Dense(2)).Init(new Key(0), FanOut(ones(1, 2), count))).Message);
}

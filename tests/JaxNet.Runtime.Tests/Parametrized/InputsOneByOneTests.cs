using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Several
{
    [Parametrized]
    public static partial Tensor Loss(Tensor x, Tensor y) => (Dense(x, 2) - y).square().mean();

    [Parametrized]
    public static partial Tensor Weighted(Tensor x, Tensor y, Tensor weights) => (Loss(x, y) * weights).sum();
}

/// <summary>What a module has with its inputs as a tuple is there with the inputs one by one as well.</summary>
public sealed class InputsOneByOneTests
{
    private readonly Tensor _x = new Key(1).Normal([4, 3]);
    private readonly Tensor _y = new Key(2).Normal([4, 2]);
    private readonly Tensor _weights = ones(2);

    [Fact]
    public void OfTwo()
    {
        var loss = Several.Loss();
        var (parameters, output) = loss.InitWithOutput(new Key(0), _x, _y);
        Assert.Equal(loss.InitWithOutput(new Key(0), (_x, _y)).Output.item<float>(), output.item<float>());
        Assert.Equal([3L, 2], loss.EvalShape(_x, _y).Parameters.Dense.Kernel.shape);
        Assert.Same(parameters.Dense.Kernel, loss.Init(new Key(1), _x, _y, reuse: [("dense.kernel", parameters.Dense.Kernel)]).Dense.Kernel);
        Assert.Same(parameters.Dense.Kernel, loss.ParametersFrom((loss.Shaped(_x, _y), parameters), _x, _y).Dense.Kernel);
        Assert.Same(parameters.Dense.Kernel, loss.ParametersFrom([(loss, parameters)], _x, _y).Dense.Kernel);
        Assert.Equal(output.item<float>(), loss.ValueAndGrad(parameters, _x, _y).Value.item<float>());
        Assert.Equal(
            loss.Grad(parameters, (_x, _y)).Dense.Bias.data<float>().ToArray(),
            loss.Grad(parameters, _x, _y).Dense.Bias.data<float>().ToArray());
    }

    [Fact]
    public void OfThree()
    {
        var (loss, weighted) = (Several.Loss(), Several.Weighted());
        var (parameters, output) = weighted.InitWithOutput(new Key(0), _x, _y, _weights);
        Assert.Equal([2L], weighted.EvalShape(_x, _y, _weights).Parameters.Loss.Dense.Bias.shape);
        Assert.Same(parameters.Loss.Dense.Kernel, weighted.Init(new Key(1), _x, _y, _weights, reuse: [(loss, parameters.Loss)]).Loss.Dense.Kernel);
        Assert.Same(parameters.Loss.Dense.Kernel, weighted.ParametersFrom((loss, parameters.Loss), _x, _y, _weights).Loss.Dense.Kernel);
        Assert.Same(parameters.Loss.Dense.Kernel, weighted.ParametersFrom([(weighted.Shaped(_x, _y, _weights), parameters)], _x, _y, _weights).Loss.Dense.Kernel);
        Assert.Equal(output.item<float>(), weighted.ValueAndGrad(parameters, _x, _y, _weights).Value.item<float>());
        Assert.Equal(4 * loss.Grad(parameters.Loss, _x, _y).Dense.Bias[0].item<float>() / 2, weighted.Grad(parameters, _x, _y, _weights).Loss.Dense.Bias[0].item<float>(), 1e-5);
    }

    /// <summary>A combinator around a module has its inputs as a tuple only.</summary>
    [Fact]
    public void OfCombinators()
    {
        var (two, three) = (L2Regularized(Several.Loss(), 0.1), L2Regularized(Several.Weighted(), 0.1));

        var parameters = two.Init(new Key(0), _x, _y);
        var ofThree = three.Init(new Key(0), _x, _y, _weights);

        Assert.Equal(two.Apply(parameters, (_x, _y)).item<float>(), two.Apply(parameters, _x, _y).item<float>());
        Assert.Equal(three.Apply(ofThree, (_x, _y, _weights)).item<float>(), three.Apply(ofThree, _x, _y, _weights).item<float>());
        Assert.Equal(two.Apply(parameters, (_x, _y)).item<float>(), two.ApplyFrom((two, parameters), _x, _y).item<float>());
        Assert.Equal(three.Apply(ofThree, (_x, _y, _weights)).item<float>(), three.ApplyFrom([(three, ofThree)], _x, _y, _weights).item<float>());
    }

    [Fact]
    public void ParametersOfSeveralModulesAreReused()
    {
        var loss = Several.Loss();
        var parameters = loss.Init(new Key(0), _x, _y);

        Assert.Equal(
            loss.Apply(parameters, _x, _y).item<float>(),
            loss.ApplyFrom([("dense.kernel", parameters.Dense.Kernel), ("dense.bias", parameters.Dense.Bias)], _x, _y).item<float>());
    }
}

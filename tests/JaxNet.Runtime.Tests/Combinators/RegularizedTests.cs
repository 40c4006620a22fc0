using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Combinators;

public static partial class Penalised
{
    [Parametrized]
    public static partial Tensor Sum(Tensor inputs)
    {
        var a = Parameter([], Initializers.Constant(1), "a");
        var b = Parameter([], Initializers.Constant(2), "b");
        return a + b;
    }

    /// <summary>The absolute value of 3 + 4i.</summary>
    [Parametrized]
    public static partial Tensor Absolute(Tensor inputs) => Parameter(_ => complex(tensor(3f), tensor(4f)), "z").abs();

    [Parametrized]
    public static partial Tensor Net(Tensor x) => Dense(x.tanh(), 3);

    [Parametrized]
    public static partial Tensor Loss(Tensor x, Tensor targets) => (Net(x) - targets).square().mean();

    [Parametrized]
    public static partial Tensor Twice(Tensor x)
    {
        Layer layer = Dense(3);
        return layer(layer(x)).sum();
    }
}

public sealed class RegularizedTests
{
    private readonly Tensor _x = new Key(1).Normal([5, 6]);
    private readonly Tensor _targets = new Key(2).Normal([5, 3]);

    [Fact]
    public void TheValueIsThatOfJaxnetsTest()
    {
        var loss = L2Regularized(Penalised.Sum(), scale: 2);
        var parameters = loss.Init(new Key(0), zeros([]));

        Assert.Equal(1, parameters.Model.A.item<float>());
        Assert.Equal(2, parameters.Model.B.item<float>());
        Assert.Equal(1 + 2 + 1 + 4, loss.Apply(parameters, zeros([])).item<float>());
        Assert.Equal(1 + 2 + 1 + 4, loss.InitWithOutput(new Key(0), zeros([])).Output.item<float>());
    }

    [Fact]
    public void AnyPenaltyOnAnyPart()
    {
        var parameters = L2Regularized(Penalised.Sum(), scale: 0).Init(new Key(0), zeros([]));

        Assert.Equal(3 + 1 + 8, Regularized(Penalised.Sum(), p => p.pow(3)).Apply(parameters, zeros([])).item<float>());
        Assert.Equal(3 + 8, Regularized(Penalised.Sum(), p => p.pow(3), on: Mask.Path("b")).Apply(parameters, zeros([])).item<float>());
        Assert.Equal(3 + 1, Regularized(Penalised.Sum(), p => p.pow(3), on: Mask.Select((Penalised.SumParams p) => p.A)).Apply(parameters, zeros([])).item<float>());

        var error = Assert.Throws<ArgumentException>(() => L2Regularized(Penalised.Sum(), 1, on: Mask.Path("c")).Init(new Key(0), zeros([])));
        Assert.Contains("There is no parameter at the path \"c\" of a mask. The parameters are: a, b.", error.Message);
    }

    [Fact]
    public void AComplexParameterCountsAsTwoRealOnes()
    {
        var loss = L2Regularized(Penalised.Absolute(), scale: 2);
        var parameters = loss.Init(new Key(0), zeros([]));

        Assert.Equal(5 + 25, loss.Apply(parameters, zeros([])).item<float>(), 1e-5);

        // z / |z| of the loss, and 2z of the penalty.
        var gradient = loss.Grad(parameters, zeros([])).Model.Z.view_as_real();
        Assert.Equal([0.6f + 6, 0.8f + 8], gradient.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void ItIsALossForOptimizersLikeAnyOther()
    {
        var loss = L2Regularized(Penalised.Loss(), scale: 0.1, on: Mask.Path("**.kernel"));
        var parameters = loss.Init(new Key(0), (_x, _targets));
        var optimizer = Optimizers.Sgd(0.5);
        var state = optimizer.Update(loss, optimizer.Init(parameters), (_x, _targets));

        var old = parameters.Model.Net.Dense;
        var gradient = Penalised.Loss().Grad(parameters.Model, (_x, _targets)).Net.Dense;
        var next = optimizer.GetParameters(state).Model.Net.Dense;
        Assert.True(next.Kernel.allclose(old.Kernel - (0.5 * (gradient.Kernel + (0.1 * old.Kernel))), rtol: 1e-5, atol: 1e-6));
        Assert.True(next.Bias.allclose(old.Bias - (0.5 * gradient.Bias), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void TheNetworkInsideIsFoundForReuse()
    {
        var loss = L2Regularized(Penalised.Loss(), scale: 0.1);
        var parameters = loss.Init(new Key(0), (_x, _targets));

        Assert.Same(parameters.Model.Net, Penalised.Net().ParametersFrom((loss, parameters), _x));
        Assert.Same(parameters.Model, loss.Init(new Key(5), (_x, _targets), reuse: [(Penalised.Loss(), parameters.Model)]).Model);
    }

    [Fact]
    public void ASharedParameterIsPenalisedOnce()
    {
        var loss = Regularized(Penalised.Twice(), p => p.ones_like());
        var parameters = loss.Init(new Key(0), zeros(1, 3));

        Assert.Equal(12, (loss.Apply(parameters, zeros(1, 3)) - Penalised.Twice().Apply(parameters.Model, zeros(1, 3))).item<float>(), 1e-4);
    }
}

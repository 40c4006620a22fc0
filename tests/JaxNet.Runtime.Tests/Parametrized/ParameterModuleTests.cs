using TorchSharp;
using static JaxNet.Layers;
using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Parametrized;

public static partial class Scales
{
    public static readonly ParameterModule<Tensor> Shared = new(key => key.Normal([]));

    [Parametrized]
    public static partial Tensor Left(Tensor x) => x * Parameter(Shared, "scale");

    [Parametrized]
    public static partial Tensor Right(Tensor x, ParameterModule<Tensor> scale) => x.square() * Parameter(scale, "scale");

    [Parametrized]
    public static partial Tensor Both(Tensor x) => Left(x) + Right(x, Shared) + Parameter(Shared);
}

public sealed class ParameterModuleTests
{
    [Fact]
    public void InBodiesOneObjectIsOneParameter()
    {
        var x = tensor(3f);
        var parameters = Scales.Both().Init(new Key(0), x);
        var scale = parameters.Left.Scale;

        Assert.Same(scale, parameters.Right.Scale);
        Assert.Same(scale, parameters.Parameter);
        Assert.Equal(1, Tree.LeafCount(parameters));

        // 3 s + 9 s + s.
        Assert.Equal(13 * scale.item<float>(), Scales.Both().Apply(parameters, x).item<float>(), 1e-5);
        Assert.Equal(13, Scales.Both().Grad(parameters, x).Parameter.item<float>(), 1e-5);
        Assert.Same(scale, Scales.Left().ParametersFrom((Scales.Both(), parameters), x).Scale);
        Assert.Same(scale, Scales.Shared.ParametersFrom((Scales.Both(), parameters), default));
        Assert.NotSame(scale, Scales.Right(new ParameterModule<Tensor>(key => key.Normal([]))).Init(new Key(0), x).Scale);
    }

    [Fact]
    public void TheParameterIsTheModulesParametersAndItsOutput()
    {
        var scalar = new ParameterModule<Tensor>(_ => zeros([]));
        var parameter = scalar.Init(new Key(0));

        Assert.Equal(0, parameter.item<float>());
        Assert.True(parameter.Equals(scalar.Apply(parameter)));
    }

    [Fact]
    public void AnyTreeIsAValue()
    {
        Tree.RegisterTuple<Tensor, Tensor[]>();
        var module = new ParameterModule<(Tensor, Tensor[])>(key => (key.Normal([2]), [ones(3), zeros(4)]));
        var value = module.Init(new Key(0));

        Assert.Equal(["0", "1.0", "1.1"], Tree.Paths(value));
        Assert.Equal([2L], module.EvalShape(default).Output.Item1.shape);
        Assert.Equal(new Key(0).Split().Item2.Normal([2]).data<float>().ToArray(), value.Item1.data<float>().ToArray());
    }

    [Fact]
    public void ItIsTrainedLikeAnyModule()
    {
        var (scalar, optimizer) = (new ParameterModule<Tensor>(_ => tensor(4f)), Optimizers.Sgd(0.25));
        var state = optimizer.Update(scalar, optimizer.Init(scalar.Init(new Key(0))), default);
        Assert.Equal(3.75f, optimizer.GetParameters(state).item<float>());
    }

    [Fact]
    public void OneObjectIsOneParameterUnderSeveralParents()
    {
        var scalar = new ParameterModule<Tensor>(key => key.Normal([]));
        var net = new Pair<RegularizedParams<Tensor>, Tensor>(L2Regularized(scalar, 2), scalar);
        var parameters = net.Init(new Key(0), default);

        Assert.Same(parameters.Item1.Model, parameters.Item2);
        Assert.Equal(1, Tree.LeafCount(parameters));

        // w + w² and w, together 2 w + w², of which the gradient is 2 + 2 w.
        Assert.Equal(2 + (2 * parameters.Item2.item<float>()), net.Grad(parameters, default).Item2.item<float>(), 1e-5);
        Assert.Same(parameters.Item2, scalar.ParametersFrom((net, parameters), default));
        Assert.Same(parameters.Item2, L2Regularized(scalar, 1).ParametersFrom((net, parameters), default).Model);

        var two = new Pair<RegularizedParams<Tensor>, Tensor>(L2Regularized(scalar, 2), new ParameterModule<Tensor>(key => key.Normal([])));
        Assert.Equal(2, Tree.LeafCount(two.Init(new Key(0), default)));
    }

    /// <summary>The sum of two modules, as a body would have it.</summary>
    private sealed class Pair<P1, P2>(Module<P1, ValueTuple, Tensor> first, Module<P2, ValueTuple, Tensor> second) : Module<(P1, P2), ValueTuple, Tensor>
    {
        public override string Name => "Pair";

        public override Tensor Initialize(Slot<(P1, P2)> slot, InitScope scope, ValueTuple inputs)
        {
            Tree.RegisterTuple<P1, P2>();
            var (ours, theirs) = (new Slot<P1>(), new Slot<P2>());
            var output = scope.Call(first, ours, inputs) + scope.Call(second, theirs, inputs);
            slot.Value = (ours.Value, theirs.Value);
            return output;
        }

        public override Tensor Run((P1, P2) parameters, ApplyScope scope, ValueTuple inputs) =>
            first.Run(parameters.Item1, scope, inputs) + second.Run(parameters.Item2, scope, inputs);

        public override void CollectShared(object? parameters, SharedModules found)
        {
            var (ours, theirs) = ((P1, P2))parameters!;
            found.Add(first, ours);
            found.Add(second, theirs);
        }
    }
}

using TorchSharp;
using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Models;

/// <summary>The network of Parallax's page.</summary>
public static partial class Binary
{
    [Parametrized]
    public static partial Tensor Network(Tensor input)
    {
        Layer dense2 = Dense(10);
        var x = Dropout(Dense(input, 10).tanh(), 0.2);
        x = dense2(x).tanh();
        x = dense2(x).tanh();
        return Dense(x, 1).sigmoid()[0];
    }
}

public sealed class ModelTests
{
    [Fact]
    public void TheLoopOfParallaxsPageLearns()
    {
        var layer = Model.Of(Binary.Network());
        Assert.Equal("Network, train, no key, not initialized", layer.ToString());

        var (rng, x) = (new Key(0), ones(5));
#pragma warning disable JXN0014 // The example that this is from uses its first key for everything.
        layer = layer.Initialized(rng, x);
        Assert.StartsWith("Network, train, no key", layer.ToString());
        Assert.Contains("float32 [10, 10]", layer.ToString());

        var initial = layer.NewState(rng, Mode.Eval).Call(x).item<float>();
        for (var i = 0; i < 10; i++)
        {
            (rng, var iteration) = rng.Split();
            layer = layer.NewState(iteration, Mode.Train);
            layer = Tree.Map(layer, layer.Grad(x), (p, g) => p - (0.3 * g));
        }

        Assert.True(layer.NewState(rng, Mode.Eval).Call(x).item<float>() < initial - 0.1);
#pragma warning restore JXN0014
    }

    [Fact]
    public void AModelIsImmutable()
    {
        var first = Model.Of(Binary.Network()).Initialized(new Key(0), ones(5));
        var second = Tree.Map(first.NewState(new Key(1)), leaf => leaf * 0);

        Assert.Null(first.Key);
        Assert.NotEqual(0, first.Parameters.Dense0.Kernel.abs().sum().item<float>());
        Assert.Equal(0, second.Parameters.Dense0.Kernel.abs().sum().item<float>());
        Assert.Equal(new Key(1), second.Key);
        Assert.Same(first.Module, second.Module);
    }

    [Fact]
    public void DropoutFollowsKeyAndMode()
    {
        var model = Model.Of(Dropout(0.5)).Initialized(new Key(0), ones(50));
        var train = model.NewState(new Key(1));

        Assert.Equal(Numbers(train.Call(ones(50))), Numbers(train.Call(ones(50))));
        Assert.NotEqual(Numbers(train.Call(ones(50))), Numbers(model.NewState(new Key(2)).Call(ones(50))));
        Assert.Equal(Numbers(ones(50)), Numbers(model.NewState(new Key(1), Mode.Eval).Call(ones(50))));
        Assert.Contains("model.NewState(key, mode)", Assert.Throws<MissingKeyException>(() => model.Call(ones(50))).Message);
    }

    [Fact]
    public void SplitGivesEachCallOfARecurrenceAKey()
    {
        var model = Model.Of(Dropout(0.5)).Initialized(new Key(0), ones(50)).NewState(new Key(1));
        var parts = model.Split(3);

        Assert.Equal(new Key(1).Split(3), parts.Select(part => part.Key!.Value));
        Assert.Equal(3, parts.Select(part => string.Join(' ', Numbers(part.Call(ones(50))))).Distinct().Count());
        Assert.Throws<InvalidOperationException>(() => Model.Of(Dropout(0.5)).Split(2));
    }

    [Fact]
    public void OptimizersTakeAModelAsATree()
    {
        var (optimizer, x) = (Optimizers.Adam(0.1), ones(5));
        var model = Model.Of(Binary.Network()).Initialized(new Key(0), x).NewState(new Key(0), Mode.Eval);
        var state = optimizer.Init(model);
        for (var i = 0; i < 5; i++)
            state = optimizer.UpdateFromGradients(optimizer.GetParameters(state).Grad(x), state);

        Assert.True(optimizer.GetParameters(state).Call(x).item<float>() < model.Call(x).item<float>());
    }

    [Fact]
    public void WithoutParametersItSaysWhatToDo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Model.Of(Binary.Network()).Call(ones(5)));
        Assert.Contains("has no parameters yet. Take the one that Initialized(key, inputs) returns.", error.Message);
    }

    private static float[] Numbers(Tensor tensor) => tensor.data<float>().ToArray();
}

namespace JaxNet.Language.Tests.Bodies;

/// <summary>TorchSharp's dispose scopes in a body, and around Init.</summary>
public sealed partial class DisposeScopes
{
    [Parametrized]
    private static partial Tensor Tidy(Tensor x)
    {
        using var scope = NewDisposeScope();
        Tensor? seen = null;
        var (shift, scale) = Parameter(key => (zeros(3), seen = Initializers.Normal()(key, [3])), "pair");
        var y = Dense(x, 3) * Parameter([3], Initializers.Ones(), "gain") + shift * scale;
        using (NewDisposeScope())
            y = Dense(y, 2).MoveToOuterDisposeScope();

        return scope.MoveToOuter(seen is null ? y : y + 0 * seen.sum());
    }

    [Parametrized]
    private static partial Tensor Net(Tensor x) => Sequential(x, Tidy(), Dense(1));

    [Fact]
    public void Parameters_outlive_those_of_the_body() => Body.Of(Net())
        .Draws([
            Many(link => [("sequential.tidy.pair.0", zeros(3)), ("sequential.tidy.pair.1", Initializers.Normal()(link, [3]))]),
            .. Denses("sequential.tidy.dense0", 3, 3), One("sequential.tidy.gain", 3), .. Denses("sequential.tidy.dense1", 3, 2), .. Denses("sequential.dense", 2, 1)])
        .Is((p, x) =>
        {
            var tidy = p.Sequential.Tidy;
            return Affine(Affine(Affine(x, tidy.Dense0) * tidy.Gain + tidy.Pair.Item1 * tidy.Pair.Item2, tidy.Dense1), p.Sequential.Dense);
        });

    [Fact]
    public void Parameters_outlive_those_of_the_body_with_state_and_with_others_given()
    {
        var net = Net();
        var (parameters, _) = net.InitWithState(new Key(0), Body.X);
        var reused = net.Init(new Key(1), Body.X, reuse: [("sequential.tidy.dense0", parameters.Sequential.Tidy.Dense0)]);
        Assert.All(Tree.Leaves(parameters).Concat(Tree.Leaves(reused)), leaf => Assert.False(leaf.IsInvalid));
        Assert.Same(parameters.Sequential.Tidy.Dense0.Kernel, reused.Sequential.Tidy.Dense0.Kernel);
    }

    [Parametrized]
    private static partial Tensor Plain(Tensor x, [Hyperparameter] Tensor table) => Dense(x, 3) * Parameter(_ => table, "table");

    [Fact]
    public void Parameters_belong_to_the_scope_around_Init_and_tensors_of_others_to_others()
    {
        var outer = NewDisposeScope();
        var table = ones(3);
        PlainParams parameters;
        using (NewDisposeScope())
            parameters = Plain(table).Init(new Key(0), Body.X);

        Assert.True(parameters.Dense.Kernel.IsInvalid);
        Assert.True(parameters.Table.IsInvalid);
        Assert.False(table.IsInvalid);
        outer.Dispose();
        Assert.True(table.IsInvalid);
    }
}

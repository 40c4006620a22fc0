namespace JaxNet.Language.Tests.Bodies;

/// <summary>What goes into a template and comes out of it: trees, several outputs, early returns.</summary>
public sealed partial class Signatures
{
    [Parametrized]
    private static partial (Tensor Mean, Tensor Spread) Pair(Tensor x) => (Dense(x, 2), exp(Dense(x, 2)));

    [Fact]
    public void A_tuple_out() => Body.Of(Pair()).Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 2)])
        .Is((p, x) => (Affine(x, p.Dense0), exp(Affine(x, p.Dense1))));

    [Parametrized]
    private static partial Tensor Sum(Tensor x)
    {
        var (mean, spread) = Pair(x);
        (mean, spread) = (spread, mean);
        return mean - 2 * spread;
    }

    [Fact]
    public void A_tuple_taken_apart() => Body.Of(Sum()).Draws([.. Denses("pair.dense0", 3, 2), .. Denses("pair.dense1", 3, 2)])
        .Is((p, x) => exp(Affine(x, p.Pair.Dense1)) - 2 * Affine(x, p.Pair.Dense0));

    [Parametrized]
    private static partial Tensor TupleIn((Tensor Left, (Tensor, Tensor) Other) input) => Dense(input.Left, 2) * input.Other.Item1 + input.Other.Item2;

    [Fact]
    public void A_nested_tuple_in() => Body.Of(TupleIn(), (Body.X, (tensor(2f), tensor(3f)))).Draws(Denses("dense", 3, 2))
        .Is((p, input) => Affine(input.Item1, p.Dense) * 2 + 3);

    [Parametrized]
    private static partial Tensor Several(Tensor x, Tensor y, (Tensor A, Tensor B) z, long n) => Dense(x, n) + Dense(y, n) * z.A - z.B;

    [Fact]
    public void Several_inputs() => Body.Of(Several(2), (Body.X, Body.X * 2, (tensor(2f), tensor(3f)))).Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 2)])
        .Is((p, inputs) => Affine(inputs.Item1, p.Dense0) + Affine(inputs.Item2, p.Dense1) * 2 - 3);

    [Parametrized]
    private static partial Tensor[] Arrays(Tensor[] xs) => [.. xs.Reverse(), Dense(xs[0], 1)];

    [Fact]
    public void Arrays_in_and_out() => Body.Of(Arrays(), new[] { Body.X, ones(2) }).Draws(Denses("dense", 3, 1)).Is((p, xs) => [xs[1], xs[0], Affine(xs[0], p.Dense)]);

    [Parametrized]
    private static partial List<Tensor> Lists(IReadOnlyList<Tensor> xs)
    {
        var ys = new List<Tensor>(xs) { Dense(xs[^1], 1) };
        return ys;
    }

    [Fact]
    public void Lists_in_and_out() => Body.Of(Lists(), [Body.X, Body.X * 2]).Draws(Denses("dense", 3, 1)).Is((p, xs) => [.. xs, Affine(xs[1], p.Dense)]);

    [Parametrized]
    private static partial Dictionary<string, Tensor> Dictionaries(Dictionary<string, Tensor> features) => new()
    {
        ["logits"] = Dense(features["image"], 2),
        ["value"] = Dense(features["image"] * features["mask"], 1),
    };

    [Fact]
    public void Dictionaries_in_and_out() => Body.Of(Dictionaries(), new() { ["image"] = Body.X, ["mask"] = tensor(new[] { 1f, 0, 1 }) })
        .Draws([.. Denses("dense0", 3, 2), .. Denses("dense1", 3, 1)])
        .Is((p, features) => new() { ["logits"] = Affine(features["image"], p.Dense0), ["value"] = Affine(features["image"] * features["mask"], p.Dense1) });

    /// <summary>A user's own tree.</summary>
    internal sealed record State(Tensor Hidden, Tensor Output) : ITree
    {
        public void Visit(TreeVisitor visitor)
        {
            visitor.Child("hidden", Hidden);
            visitor.Child("output", Output);
        }

        public ITree Rebuild(TreeRebuilder rebuilder) => new State(rebuilder.Child(Hidden), rebuilder.Child(Output));
    }

    [Parametrized]
    private static partial State Records(State state) => state with { Hidden = Dense(state.Hidden, 3), Output = state.Output * Parameter([], Initializers.Ones(), "gain") };

    [Fact]
    public void Records_in_and_out() => Body.Of(Records(), new State(Body.X, ones(2))).Draws([.. Denses("dense", 3, 3), One("gain")])
        .Is((p, state) => new State(Affine(state.Hidden, p.Dense), state.Output * p.Gain));

    [Parametrized]
    private static partial Tensor Parameters(Tensor x)
    {
        var start = Parameter(key => new State(Initializers.Normal()(key, [3]), ones(3)), "start");
        return x * start.Hidden + start.Output;
    }

    [Fact]
    public void A_record_as_a_parameter() => Body.Of(Parameters())
        .Draws(Many(link => [("start.hidden", Initializers.Normal()(link, [3])), ("start.output", ones(3))]))
        .Is((p, x) => x * p.Start.Hidden + p.Start.Output);

    [Parametrized]
    private static partial Tensor ByName(Tensor x, params string[] names)
    {
        var tables = Parameter(key => names.Zip(key.Split(names.Length)).ToDictionary(pair => pair.First, pair => Initializers.Normal()(pair.Second, [3])), "tables");
        return names.Aggregate(x, (y, name) => y * tables[name]);
    }

    [Fact]
    public void Parameters_by_key() => Body.Of(ByName("b", "a"))
        .Draws(Many(link => new[] { "b", "a" }.Zip(link.Split(2)).Select(pair => ($"tables.{pair.First}", Initializers.Normal()(pair.Second, [3])))))
        .Is((p, x) => x * p.Tables["a"] * p.Tables["b"]);

    [Parametrized]
    private static partial Tensor ByIndex(Tensor x, int count)
    {
        var tables = Parameter(key => Enumerable.Range(0, count).Select(i => ones(3) * i).ToArray(), "tables");
        return tables.Aggregate(x, (y, table) => y + table);
    }

    [Fact]
    public void Parameters_by_index() => Body.Of(ByIndex(2)).Draws(Many(_ => [("tables.0", zeros(3)), ("tables.1", ones(3))])).Is((p, x) => x + p.Tables[0] + p.Tables[1]);

    [Parametrized]
    private static partial Tensor Table(long rows) => Parameter([rows, 2], Initializers.Ones(), "table");

    [Fact]
    public void No_input() => Body.Of(new TableModule(3), default(ValueTuple)).Draws(One("table", 3, 2)).Is((p, _) => p.Table);

    [Parametrized]
    private static partial Tensor Lookup(Tensor x) => x.matmul(Table(3)) + Table(2)[0];

    [Fact]
    public void Templates_without_inputs_in_another() => Body.Of(Lookup()).Draws(One("table0.table", 3, 2), One("table1.table", 2, 2))
        .Is((p, x) => x.matmul(p.Table0.Table) + p.Table1.Table[0]);

    [Parametrized]
    private static partial Tensor Early(Tensor x, bool stop)
    {
        x = Dense(x, 3);
        if (stop)
            return x;

        var bias = Parameter([3], Initializers.Ones(), "shift");
        if (x.shape[0] > 5)
            return bias;

        return Dense(x + bias, 1);
    }

    [Fact]
    public void An_early_return() => Body.Of(Early(true)).Draws(Denses("dense0", 3, 3)).Is((p, x) => Affine(x, p.Dense0));

    [Fact]
    public void What_stands_behind_early_returns() => Body.Of(Early(false)).Draws([.. Denses("dense0", 3, 3), One("shift", 3), .. Denses("dense1", 3, 1)])
        .Is((p, x) => Affine(Affine(x, p.Dense0) + p.Shift!, p.Dense1!));

    [Parametrized]
    private static partial Tensor Guard(Tensor x)
    {
        if (x.dim() != 2)
            throw new ArgumentException("Rows of features.", nameof(x));

        return Dense(x, 1);
    }

    [Fact]
    public void A_guard_makes_nothing_optional() => Body.Of(Guard()).Draws(Denses("dense", 3, 1)).Is((p, x) => Affine(x, p.Dense));

    [Parametrized]
    private static partial Tensor Defaults(Tensor x, long width = 2, Initializer? init = null, double gain = 1.5, string name = "none", Padding padding = Padding.Same) =>
        Dense(x, width, init ?? Initializers.Ones()) * gain + name.Length + (int)padding;

    internal enum Padding
    {
        Valid,
        Same,
    }

    [Fact]
    public void Default_values() => Body.Of(Defaults(gain: 2)).Draws(Leaf("dense.kernel", Initializers.Ones(), 3, 2), Bias("dense", 2)).Is((p, x) => Affine(x, p.Dense) * 2 + 5);

    internal readonly record struct Sizes(long Hidden, long Output, double Gain);

    [Parametrized]
    private static partial Tensor ByReference(in Tensor x, in Sizes sizes, in double shift = 0.5, in Layer? inner = null)
    {
        var y = Dense(x, sizes.Hidden) * sizes.Gain + shift;
        return Dense(inner is null ? y : inner(y), sizes.Output);
    }

    [Parametrized]
    private static partial Tensor ByReferences(in Tensor x, in Tensor other)
    {
        var sizes = new Sizes(3, 2, 2);
        return ByReference(in x, in sizes) + ByReference(other, sizes with { Gain = 3 }, 1, Dense(3)) + Sequential(x, ByReference(in sizes));
    }

    [Fact]
    public void Readonly_references() => Body.Of(ByReferences(), (Body.X, Body.X * 2))
        .Draws([
            .. Denses("by_reference0.dense0 by_reference0.dense1", 3, 3, 2),
            .. Denses("by_reference1.dense0 by_reference1.inner by_reference1.dense1", 3, 3, 3, 2),
            .. Denses("sequential.by_reference.dense0 sequential.by_reference.dense1", 3, 3, 2)])
        .Is((p, inputs) =>
        {
            var first = Affine(Affine(inputs.Item1, p.ByReference0.Dense0) * 2 + 0.5, p.ByReference0.Dense1);
            var second = Affine(Affine(Affine(inputs.Item2, p.ByReference1.Dense0) * 3 + 1, p.ByReference1.Inner!), p.ByReference1.Dense1);
            var third = p.Sequential.ByReference;
            return first + second + Affine(Affine(inputs.Item1, third.Dense0) * 2 + 0.5, third.Dense1);
        });

    [Parametrized]
    private static partial Tensor Means(params Tensor[] xs) => Dense(stack(xs).mean([0L]), 2);

    [Parametrized]
    private static partial Tensor Rising(Tensor x, double gain, params IReadOnlyList<long> widths)
    {
        foreach (var width in widths)
            x = Dense(x, width) * gain;

        return x;
    }

    [Parametrized]
    private static partial Tensor ManyArguments(Tensor x, params List<Tensor> others) =>
        Means(x, others[0], others[1]) + Means([x]) + Rising(x, 2, 4, 2) + Sequential(x, Rising(3, 2), Tanh) + Rising(x, gain: 3, widths: [2]);

    [Fact]
    public void Any_number_of_arguments() => Body.Of(ManyArguments(), (Body.X, new List<Tensor> { Body.X * 2, Body.X * 3 }))
        .Draws([
            .. Denses("means.dense", 3, 2), .. Denses("rising0.dense.0 rising0.dense.1", 3, 4, 2),
            .. Denses("sequential.rising.dense.0", 3, 2), .. Denses("rising1.dense.0", 3, 2)])
        .Is((p, inputs) =>
        {
            var x = inputs.Item1;
            var means = Affine((x + inputs.Item2[0] + inputs.Item2[1]) / 3, p.Means.Dense) + Affine(x, p.Means.Dense);
            var rising = Affine(Affine(x, p.Rising0.Dense[0]) * 2, p.Rising0.Dense[1]) * 2;
            return means + rising + tanh(Affine(x, p.Sequential.Rising.Dense[0]) * 3) + Affine(x, p.Rising1.Dense[0]) * 3;
        });

    [Parametrized]
    private static partial Tensor Overruled(Tensor x, [Hyperparameter] float[] constants, [Hyperparameter] Tensor table) => Dense(x, 3) * constants[0] + table;

    [Fact]
    public void A_tensor_as_a_hyperparameter() => Body.Of(Overruled([2], ones(3))).Draws(Denses("dense", 3, 3)).Is((p, x) => Affine(x, p.Dense) * 2 + 1);

    [Parametrized]
    private static partial Tensor Functions(Tensor x, Func<Tensor, Tensor> activation, (long Width, bool Twice) shape, IEnumerable<int> powers)
    {
        foreach (var power in powers)
            x = x + pow(x, power);

        return shape is { Twice: true, Width: var w } ? activation(activation(Dense(x, w))) : x;
    }

    [Fact]
    public void Functions_tuples_and_sequences_as_hyperparameters() => Body.Of(Functions(tanh, (2, true), [1, 2])).Draws(Denses("dense", 3, 2)).Is((p, x) =>
    {
        x = x + x;
        return tanh(tanh(Affine(x + x * x, p.Dense!)));
    });
}

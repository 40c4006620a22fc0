namespace JaxNet.Language.Tests.Bodies;

/// <summary>Loops whose rounds have names: over a dictionary, or into one.</summary>
public sealed partial class NamedRounds
{
    private static readonly Dictionary<string, long> s_sizes = new() { ["right"] = 2, ["left"] = 4 };

    [Parametrized]
    private static partial Dictionary<string, Tensor> Over(Tensor x, Dictionary<string, long> sizes)
    {
        var outputs = new Dictionary<string, Tensor>();
        foreach (var (name, size) in sizes)
        {
            var head = Dense(x, size);
            if (size > 2)
                head = head * Parameter([size], Initializers.Ones(), "scale");

            outputs[name] = head;
        }

        return outputs;
    }

    [Fact]
    public void Over_a_dictionary() => Body.Of(Over(s_sizes))
        .Draws([.. Denses("dense.right", 3, 2), .. Denses("dense.left", 3, 4), One("scale.left", 4)])
        .Is((p, x) => new() { ["left"] = Affine(x, p.Dense["left"]) * p.Scale["left"], ["right"] = Affine(x, p.Dense["right"]) });

    [Parametrized]
    private static partial Tensor Pairs(Tensor x, IReadOnlyDictionary<string, long> sizes)
    {
        foreach (var pair in sizes.OrderBy(pair => pair.Value))
            x = Dense(x, pair.Value);

        foreach (var name in sizes.Keys)
        {
            x += Parameter([], Initializers.Ones(), "shift");
            Layer own = Sequential(Dense(4), Tanh);
            x = own(x);
        }

        foreach (var (_, size) in sizes)
            x *= Parameter([], Initializers.Ones(), "counted");

        return x;
    }

    [Fact]
    public void Over_pairs_and_keys() => Body.Of(Pairs(s_sizes))
        .Draws([
            .. Denses("dense.right dense.left", 3, 2, 4),
            One("shift.right"), .. Denses("sequential.right.dense", 4, 4), One("shift.left"), .. Denses("sequential.left.dense", 4, 4),
            One("counted.0"), One("counted.1")])
        .Is((p, x) =>
        {
            x = Affine(x, p.Dense["right"], p.Dense["left"]);
            foreach (var name in new[] { "right", "left" })
                x = tanh(Affine(x + p.Shift[name], (DenseParams)p.Sequential[name]["dense"]));

            return x * p.Counted[0] * p.Counted[1];
        });

    [Parametrized]
    private static partial Dictionary<string, Tensor> Into(Tensor x, params (string Name, long Size)[] sizes)
    {
        var (heads, more) = (new Dictionary<string, Tensor>(), 0);
        var outputs = new Dictionary<string, Tensor>();
        foreach (var (name, size) in sizes)
            outputs[name] = tanh(x.matmul(Parameter([3, size], Initializers.Ones(), "head")));

        for (var i = 0; i < sizes.Length; i++)
            outputs.Add($"{i}/{sizes[i].Name}", Dense(x, sizes[i].Size));

        while (more++ < 2)
            heads[$"{more}"] = Parameter([], Initializers.Ones(), "counted");

        foreach (var name in new[] { "l", "r" })
        {
            for (var i = 0; i < 2; i++)
                heads[name + i] = Parameter([], Initializers.Ones(), "both");
        }

        return outputs;
    }

    [Fact]
    public void Into_a_dictionary() => Body.Of(Into(("b", 2), ("a", 1)))
        .Draws([One("head.b", 3, 2), One("head.a", 3, 1), .. Denses("dense.0/b", 3, 2), .. Denses("dense.1/a", 3, 1), One("counted.0"), One("counted.1"), One("both.l0"), One("both.l1"), One("both.r0"), One("both.r1")])
        .Is((p, x) => new()
        {
            ["b"] = tanh(x.matmul(p.Head["b"])),
            ["a"] = tanh(x.matmul(p.Head["a"])),
            ["0/b"] = Affine(x, p.Dense["0/b"]),
            ["1/a"] = Affine(x, p.Dense["1/a"]),
        });

    [Parametrized]
    private static partial Tensor Counted(Tensor x, Dictionary<string, long> sizes, params string[] names)
    {
        var inner = new Dictionary<string, Tensor>();
        for (var i = 0; i < 2; i++)
        {
            inner["last"] = x = x * Parameter([], Initializers.Ones(), "scale");
            foreach (var (name, size) in sizes)
                inner[name] = Dense(x, size);

            inner.Remove("last");

            x = x + inner.Values.Select(value => value.sum()).Aggregate((a, b) => a * b);
        }

        // Names that may come twice say nothing of what is called.
        foreach (var name in names)
            x = name == "dense" ? Dense(x, 3) : tanh(x);

        // A key of another type has no name.
        foreach (object name in sizes.Keys)
            x = x * Parameter([], Initializers.Ones(), "shift");

        return x;
    }

    [Fact]
    public void Counted_where_a_key_may_come_twice() => Body.Of(Counted(s_sizes, "dense", "tanh", "dense"))
        .Draws([
            One("scale.0"), .. Denses("dense0.0", 3, 2), .. Denses("dense0.1", 3, 4), One("scale.1"), .. Denses("dense0.2", 3, 2), .. Denses("dense0.3", 3, 4),
            .. Denses("dense1.0", 3, 3), .. Denses("dense1.1", 3, 3), One("shift.0"), One("shift.1")])
        .Is((p, x) =>
        {
            for (var i = 0; i < 2; i++)
            {
                x = x * p.Scale[i];
                x = x + Affine(x, p.Dense0[2 * i]).sum() * Affine(x, p.Dense0[2 * i + 1]).sum();
            }

            return Affine(tanh(Affine(x, p.Dense1[0])), p.Dense1[1]) * p.Shift[0] * p.Shift[1];
        });

    [Parametrized]
    private static partial Tensor Chosen(Tensor x, Dictionary<string, long> sizes, string chosen)
    {
        var layers = new Dictionary<string, Layer>();
        foreach (var pair in sizes)
            layers[pair.Key] = Dense(pair.Value);

        return layers[chosen](x);
    }

    [Fact]
    public void Layers_into_a_dictionary() => Body.Of(Chosen(s_sizes, "left")).Draws(Denses("dense.left", 3, 4)).Is((p, x) => Affine(x, p.Dense["left"]));

    [Parametrized]
    private static partial Tensor Counting(Tensor x)
    {
        var count = State(zeros([]), "count");
        count.Value = count.Value + 1;
        return x + count.Value;
    }

    [Parametrized]
    private static partial Tensor Counts(Tensor x, SortedDictionary<string, int> rounds)
    {
        foreach (var (name, unused) in rounds)
            x = name == "skipped" && CurrentMode == Mode.Eval ? x : Sequential(x, new CountingModule());

        return x;
    }

    [Fact]
    public void Running_state_by_name()
    {
        var net = Counts(new() { ["a"] = 0, ["skipped"] = 0, ["z"] = 0 });
        var (p, state) = net.InitWithState(new Key(0), zeros(1));
        (_, state) = net.Apply(p, state, zeros(1), mode: Mode.Eval);
        (_, state) = net.Apply(p, state, zeros(1));

        // Twice before for a and z, once for the one that was skipped.
        Close.Check("the third time", ones(1) * (3 + 2 + 3), net.Apply(p, state, zeros(1)).Output);
    }

    [Fact]
    public void Surgery_and_errors()
    {
        var net = Over(s_sizes);
        var p = net.Init(new Key(0), Body.X);
        Assert.Equal(["left", "right"], p.Dense.Keys);
        Assert.Contains("There are: left.", Assert.Throws<KeyNotFoundException>(() => p.Scale["right"]).Message);

        var other = net.Init(new Key(1), Body.X).Dense["left"];
        var changed = p with { Dense = p.Dense.With("left", other) };
        Assert.Same(other.Kernel, changed.Dense["left"].Kernel);
        Assert.NotEqual(p, changed);
        Assert.Equal(p, changed with { Dense = changed.Dense.With("left", p.Dense["left"]) });
        Assert.Equal(net.Apply(p, Body.X)["left"].shape, Over(new() { ["left"] = 4 }).Apply(p, Body.X)["left"].shape);

        Assert.Contains(
            "Over: dense.middle was not initialised, as the loop had no round of that key then",
            Assert.Throws<MissingParameterException>(() => Over(new() { ["middle"] = 2 }).Apply(p, Body.X)).Message);
        Assert.Contains("the key 'a' comes twice, so that head.a would have", Assert.Throws<ArgumentException>(() => Into(("a", 1), ("a", 2)).Init(new Key(0), Body.X)).Message);
        Assert.Contains(
            "dense.right was not initialised",
            Assert.Throws<MissingParameterException>(() => Chosen(s_sizes, "right").Apply(Chosen(s_sizes, "left").Init(new Key(0), Body.X), Body.X)).Message);
    }
}

namespace JaxNet.Language.Tests.Bodies;

/// <summary>Layers that a template is given by name.</summary>
public sealed partial class NamedLayers
{
    [Parametrized]
    private static partial Dictionary<string, Tensor> Heads(Tensor x, IReadOnlyDictionary<string, Layer> heads)
    {
        var y = Dense(x, 3);
        return heads.ToDictionary(head => head.Key, head => head.Value(y));
    }

    private static Dictionary<string, Layer> TwoHeads => new() { ["digit"] = Dense(2), ["color"] = Dense(4), ["plain"] = Tanh };

    [Fact]
    public void Each_by_its_name() => Body.Of(Heads(TwoHeads))
        .Draws([.. Denses("dense", 3, 3), .. Denses("heads.digit", 3, 2), .. Denses("heads.color", 3, 4)])
        .Is((p, x) =>
        {
            var y = Affine(x, p.Dense);
            return new()
            {
                ["digit"] = Affine(y, (DenseParams)p.Heads["digit"]),
                ["color"] = Affine(y, (DenseParams)p.Heads["color"]),
                ["plain"] = tanh(y),
            };
        });

    [Parametrized]
    private static partial Tensor Chosen(Tensor x, string first, IReadOnlyDictionary<string, Layer>? named = null, params string[] others)
    {
        if (named is null)
            return x;

        x = named[first](x) + named[first](x);
        foreach (var (name, layer) in named)
        {
            if (others.Contains(name) && name != first)
                x = layer(x);
        }

        return named.TryGetValue("last", out var last) ? last(x) : x;
    }

    [Fact]
    public void By_key_in_a_loop_and_as_out() => Body.Of(Chosen("b", new Dictionary<string, Layer> { ["a"] = Dense(3), ["b"] = Dense(3), ["c"] = Dense(3), ["last"] = Sequential(Dense(1), Relu) }, "c"))
        .Draws([.. Denses("named.b", 3, 3), .. Denses("named.c named.last.dense", 3, 3, 1)])
        .Is((p, x) => Relu(Affine(Affine(2 * Affine(x, (DenseParams)p.Named["b"]), (DenseParams)p.Named["c"]), (DenseParams)((Layers.SequentialParams)p.Named["last"])["dense"])));

    [Fact]
    public void None() => Body.Of(Chosen("b")).Is((_, x) => x);

    [Parametrized]
    private static partial Tensor Caller(Tensor x, IReadOnlyDictionary<string, Layer> own)
    {
        Layer shared = Dense(3);
        var dictionary = new Dictionary<string, Layer> { { "shared", shared }, { "again", shared } };
        var y = Sum(x, dictionary) + Sum(x, new Dictionary<string, Layer> { ["one"] = Dense(3), ["two"] = y => y * 2 }) + Sum(x, own);
        return Sequential(y, Sum(new Dictionary<string, Layer> { ["in_list"] = Dense(3) }), Tanh);
    }

    [Parametrized]
    private static partial Tensor Sum(Tensor x, IReadOnlyDictionary<string, Layer> layers) =>
        layers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Aggregate(x, (sum, pair) => sum + pair.Value(x));

    [Fact]
    public void Calls_in_a_body() => Body.Of(Caller(new Dictionary<string, Layer> { ["extra"] = Dense(3) }))
        .Draws([
            .. Denses("sum0.layers.again", 3, 3), .. Denses("sum1.layers.one", 3, 3), .. Denses("sum2.layers.extra", 3, 3), .. Denses("sequential.sum.layers.in_list", 3, 3)])
        .Is((p, x) =>
        {
            var shared = Affine(x, p.Sum0.Layers.Again);
            var extra = (DenseParams)p.Sum2.Layers["extra"];
            var y = x + shared + shared + x + Affine(x, p.Sum1.Layers.One) + x * 2 + x + Affine(x, extra);
            y = y + Affine(y, p.Sequential.Sum.Layers.InList);
            return tanh(y);
        });

    [Parametrized]
    private static partial Tensor Both(Tensor x, IReadOnlyDictionary<string, Layer> left, IReadOnlyDictionary<string, Layer>? right = null)
    {
        foreach (var (name, layer) in left)
        {
            if (name != "never")
                x = layer(x);
        }

        x = Parameter([], Initializers.Ones(), "scale") * x;
        return right is null ? x : right["last"](x);
    }

    [Parametrized]
    private static partial Tensor Residual(Tensor x, Layer inner) => x + inner(x);

    [Parametrized]
    private static partial Tensor Typed(Tensor x)
    {
        const string last = "last";
        var left = new Dictionary<string, Layer>() { ["2-wide"] = Dense(2), ["never"] = Sequential(Dense(5)), ["plain"] = Relu };
        x = Both(x, left, new SortedDictionary<string, Layer> { { last, Sequential(Dense(4), Tanh) } });
        return Residual(x, Both(new Dictionary<string, Layer> { ["-"] = Dense(4), ["+"] = Residual(Dense(4)) }));
    }

    [Fact]
    public void Typed_members_where_the_call_lists_them() => Body.Of(Typed())
        .Draws([
            .. Denses("both.left.2-wide", 3, 2), One("both.scale"), .. Denses("both.right.last.dense", 2, 4),
            .. Denses("residual.inner.left.- residual.inner.left.+.inner", 4, 4, 4), One("residual.inner.scale")])
        .Is((p, x) =>
        {
            x = Affine(p.Both.Scale * Relu(Affine(x, p.Both.Left.Layer2Wide)), p.Both.Right.Last.Dense);
            x = tanh(x);
            var inner = p.Residual.Inner;
            var y = Affine(x, inner.Left.Layer0);
            return x + inner.Scale * (y + Affine(y, inner.Left.Layer1.Inner));
        });

    [Fact]
    public void Surgery_on_typed_members()
    {
        var p = Typed().Init(new Key(0), Body.X);
        var zero = p.Both.Right.Last with { Dense = Tree.Map<DenseParams>(p.Both.Right.Last.Dense, leaf => zeros_like(leaf)) };
        var changed = Tree.Map<TypedParams>(p with { Both = p.Both with { Right = p.Both.Right with { Last = zero } } }, leaf => leaf * 1);
        Assert.Equal(0, changed.Both.Right.Last.Dense.Kernel.abs().sum().item<float>());
        Assert.NotEqual(0, changed.Both.Left.Layer2Wide.Kernel.abs().sum().item<float>());
        Assert.Equal(changed.Both.Right["last"], changed.Both.Right.Last);
        Assert.Contains("no parameters of a layer 'never'", Assert.Throws<KeyNotFoundException>(() => p.Both.Left.Never).Message);
    }

    [Parametrized]
    private static partial Tensor Single(Tensor x) => Dense(x, 3);

    [Parametrized]
    private static partial Tensor Inside(Tensor x) => Both(x, new Dictionary<string, Layer> { ["one"] = Single, ["never"] = Typed });

    [Fact]
    public void A_template_that_is_one_module_is_found_in_typed_members() =>
        Assert.Same(Inside().Init(new Key(0), Body.X) is var p ? p.Both.Left.One.Dense.Kernel : null, Single().ParametersFrom((Inside(), p), Body.X).Dense.Kernel);

    [Parametrized]
    private static partial Tensor Untyped(Tensor x, string name)
    {
        var changed = new Dictionary<string, Layer> { ["a"] = Dense(3) };
        changed["b"] = Dense(3);
        return Both(x, changed) + Both(x, new Dictionary<string, Layer> { [name] = Dense(3) });
    }

    [Fact]
    public void Untyped_where_the_entries_are_known_only_at_run_time() => Body.Of(Untyped("c"))
        .Draws([.. Denses("dense0 dense1", 3, 3, 3), One("both0.scale"), .. Denses("both1.left.c", 3, 3), One("both1.scale")])
        .Is((p, x) => p.Both0.Scale * Affine(x, p.Dense0!, p.Dense1!) + p.Both1.Scale * Affine(x, (DenseParams)p.Both1.Left["c"]));

    [Parametrized]
    private static partial Tensor Counting(Tensor x)
    {
        var count = State(zeros([]), "count");
        count.Value = count.Value + 1;
        return x + count.Value;
    }

    [Parametrized]
    private static partial Tensor Counts(Tensor x) =>
        Sum(x, new Dictionary<string, Layer> { ["a"] = new CountingModule(), ["b"] = new CountingModule() }) + Sum(x, new Dictionary<string, Layer> { ["a"] = new CountingModule() });

    [Fact]
    public void Running_state_of_each()
    {
        var (parameters, state) = Counts().InitWithState(new Key(0), Body.X);
        Tensor output = Body.X;
        for (var i = 0; i < 2; i++)
            (output, state) = Counts().Apply(parameters, state, Body.X);

        Close.Check("the third time", Body.X * 5 + 2 * 3, output);
    }

    [Fact]
    public void Surgery_reuse_and_errors()
    {
        var digit = Dense(2);
        var net = Heads(new Dictionary<string, Layer> { ["digit"] = digit, ["color"] = Dense(4) });
        var p = net.Init(new Key(0), Body.X);
        Assert.Equal(["color", "digit"], p.Heads.Names);
        Assert.Contains("are: color, digit.", Assert.Throws<KeyNotFoundException>(() => p.Heads["shape"]).Message);

        var other = digit.Init(new Key(5), Body.X);
        var changed = p with { Heads = p.Heads.With("digit", other) };
        Assert.Same(other.Kernel, ((DenseParams)changed.Heads["digit"]).Kernel);
        Assert.NotEqual(p, changed);
        Assert.Same(other.Kernel, ((DenseParams)net.Init(new Key(0), Body.X, reuse: [(digit, other)]).Heads["digit"]).Kernel);
        Assert.Same(((DenseParams)p.Heads["digit"]).Kernel, digit.ParametersFrom((net, p), Body.X).Kernel);

        var more = Heads(new Dictionary<string, Layer> { ["digit"] = digit, ["shape"] = Dense(4) });
        Assert.Contains("heads.shape was not initialised", Assert.Throws<MissingParameterException>(() => more.Apply(p, Body.X)).Message);
    }
}

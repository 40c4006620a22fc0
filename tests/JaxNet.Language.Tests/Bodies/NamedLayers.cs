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
            var shared = Affine(x, (DenseParams)p.Sum0.Layers["again"]);
            var extra = (DenseParams)p.Sum2.Layers["extra"];
            var y = x + shared + shared + x + Affine(x, (DenseParams)p.Sum1.Layers["one"]) + x * 2 + x + Affine(x, extra);
            y = y + Affine(y, (DenseParams)((SumParams)p.Sequential["sum"]).Layers["in_list"]);
            return tanh(y);
        });

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

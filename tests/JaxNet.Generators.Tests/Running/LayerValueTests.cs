using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Running;

/// <summary>
/// Layers that a template is given, as values: in patterns, in lists, behind methods. A Dense(3) of a matrix with three columns has 3 · 3 + 3 = 12 numbers.
/// </summary>
public sealed class LayerValueTests
{
    private const string Heads = "new Dictionary<string, Layer> { [\"a\"] = Dense(3) }";

    private static readonly (long Count, string Module, string Parameters, string Body)[] s_bodies =
    [
        (12, "Dense(3)", "Layer? inner = null", "return inner is { } l ? l(x) : x;"),
        (12, "Dense(3)", "Layer? inner = null", "return inner is Layer l ? l(x) : x;"),
        (12, "Dense(3)", "Layer? inner = null", "if (inner is not { } l) return x; return l(x);"),
        (12, "Dense(3)", "Layer? inner = null", "return (inner) is var l && l is not null ? l(x) : x;"),
        (12, "Dense(3)", "Layer? inner = null", "return inner is null ? x : inner(x);"),
        (12, "Dense(3)", "Layer? inner = null", "return inner is not null && inner is { } ? inner(x) : x;"),
        (12, "Dense(3)", "Layer? inner = null", "switch (inner) { case { } l: return l(x); default: return x; }"),
        (0, "", "Layer? inner = null", "return inner is { } l ? l(x) : x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return layers is [var a, var b] ? b(a(x)) : x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "if (layers is not [var a, .. var rest]) return x; return rest[0](a(x));"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "if (layers is [_, _]) foreach (var l in layers) x = l(x); return x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return Sequential(x, layers.Select(l => (Layer)(y => y + l(y))).ToArray());"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return Sequential(x, layers.Select(Wrap).ToArray()); static Layer Wrap(Layer l) => y => y + l(y);"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return Sequential(x, layers.Where(l => l is not null).Select(l => { Layer m = y => y + l(y); return m; }).ToArray());"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return Sequential(x, [.. layers.Select(l => (Layer)(y => y + l(y))), Relu]);"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "var wrapped = layers.Select(l => (Layer)(y => y + l(y))).ToArray(); return Sequential(x, wrapped);"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "var wrapped = layers.Select(l => (Layer)(y => y + l(y))); return Sequential(x, [.. wrapped]);"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "foreach (var l in layers) x = Half(Half(l(x), 2), 3); return x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "return Sequential(x, layers.Reverse().ToArray());"),
        (12, Heads, "IReadOnlyDictionary<string, Layer>? heads = null", "return heads is { } h ? h[\"a\"](x) : x;"),
        (12, Heads, "IReadOnlyDictionary<string, Layer>? heads = null", "return heads is null ? x : heads[\"a\"](x);"),
        (0, "", "IReadOnlyDictionary<string, Layer>? heads = null", "return heads is { } h ? h[\"a\"](x) : x;"),
        (12, "Dense(3)", "Layer inner", "var t = (inner, 3); return t.inner(x) * t.Item2;"),
        (12, "Dense(3)", "Layer inner", "var t = (3, inner, inner); return t.Item2(x);"),
        (12, "Dense(3)", "Layer inner", "(Layer l, int n) t = (inner, 3); return t.l(x);"),
        (12, "Dense(3)", "Layer inner", "var (l, n) = (inner, 3); return l(x);"),
        (12, "Dense(3)", "Layer inner", "var t = new { inner, CurrentMode }; return t.CurrentMode == Mode.Eval ? x : t.inner(x);"),
        (12, "Dense(3)", "Layer inner", "var t = (CurrentMode, inner(x)); return t.CurrentMode == Mode.Eval ? x : t.Item2;"),
        (12, "Dense(3)", "Layer inner", "var t = (Primitives.CurrentMode, x); return t.CurrentMode == Mode.Eval ? x : inner(t.x);"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "var t = (layers, 3); foreach (var l in t.layers) x = l(x); return x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "foreach (var l in layers) { var t = new { l }; x = t.l(x); } return x;"),
        (12, "Dense(3)", "Layer inner", "System.Linq.Expressions.Expression<Func<Tensor, Tensor>> e = y => inner(y); return e.Compile()(x);"),
        (24, "Dense(3)", "Layer inner", "Layer d = Dense(3); System.Linq.Expressions.Expression<Func<Tensor, Tensor>> e = y => d(inner(y)); return e.Compile()(x);"),
        (12, "Dense(3)", "Layer @base", "System.Linq.Expressions.Expression<Func<Layer>> e = () => @base; return e.Compile()()(x);"),
        (12, Heads, "IReadOnlyDictionary<string, Layer> heads", "System.Linq.Expressions.Expression<Func<Tensor, Tensor>> e = y => heads[\"a\"](y); return e.Compile()(x);"),
        (12, Heads, "IReadOnlyDictionary<string, Layer> heads", "heads.TryGetValue(\"a\", out var l); return l!(x);"),
        (12, Heads, "IReadOnlyDictionary<string, Layer> heads", "foreach (var (_, l) in heads) x = l(x); return x;"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "var all = layers; var last = all.Last(); return last(all[0](x));"),
        (24, "Dense(3), Dense(3)", "params Layer[] layers", "var (a, b) = (layers[0], layers[1]); var t = Tuple.Create(a, 3); return t.Item1(b(x));"),
        (12, "Dense(3)", "Layer inner", "System.Linq.Expressions.Expression<Func<Layer>> e = () => inner; return e.Compile()()(x);"),
        (12, Heads, "IReadOnlyDictionary<string, Layer> @params", "return @params[\"a\"](x);"),
        (12, "Dense(3)", "Layer @base", "var t = (@base, 3); return t.@base(x);"),
        (12, "Dense(3)", "Layer inner", "return nameof(CurrentMode) + nameof(Primitives.CurrentMode) == \"CurrentModeCurrentMode\" ? inner(x) : x;"),
    ];

    [Fact]
    public void Each_layer_has_its_parameters_wherever_it_is_called()
    {
        var templates = s_bodies.Select((body, i) => $"[Parametrized] public static partial Tensor F{i}(Tensor x, {body.Parameters}) {{ {body.Body} }}\n");
        var counts = ParameterCounts.Of(
            "#pragma warning disable IDE0059, JXN0016, CS0162\n[Parametrized] public static partial Tensor Half(Tensor x, double by) => x * by;\n" + string.Concat(templates),
            s_bodies.Select((body, i) => $"Net.F{i}({body.Module})"));

        Assert.Equal(s_bodies.Select(body => (body.Count, body.Body)), counts.Zip(s_bodies, (count, body) => (count, body.Body)));
    }

    [Fact]
    public void Running_state_is_found_under_the_name_of_a_layer() => Assert.Equal(
        "c.inner.mean b.params.x.mean a.in.mean | 0 0 2",
        LoadedProgram.Of(
            """
            [Parametrized] public static partial Tensor Centered(Tensor x, double by) { var m = State(zeros(1), "mean"); m.Value = x.mean().reshape(1) * by; return x - m.Value; }
            [Parametrized] public static partial Tensor A(Tensor x, Layer @in) => @in(x);
            [Parametrized] public static partial Tensor B(Tensor x, IReadOnlyDictionary<string, Layer> @params) => @params["x"](x);
            [Parametrized] public static partial Tensor C(Tensor x, Layer inner) { Layer same = inner; return same(inner(x)); }
            [Parametrized] public static partial Tensor F(Tensor x) => C(B(A(x, Centered(1)), new Dictionary<string, Layer> { ["x"] = Centered(1) }), Centered(1));
            """,
            """
            var x = tensor(new float[] { 1, 3 });
            var (p, s) = Net.F().InitWithState(new Key(0), x);
            var (_, next) = Net.F().Apply(p, s, x);
            return string.Join(" ", Tree.Paths(next)) + " | " + string.Join(" ", Tree.Leaves(next).Select(leaf => leaf.sum().item<float>()));
            """).Run<string>());

    [Fact]
    public void A_template_of_layers_calls_what_has_no_parameters() => Assert.Equal(
        "list.dense.kernel list.dense.bias | list.1.mean list.centered.0.mean list.centered.1.mean | True",
        LoadedProgram.Of(
            """
            [Parametrized] public static partial Tensor Centered(Tensor x, double by) { var m = State(zeros(1), "mean"); m.Value = x.mean().reshape(1) * by; return x - m.Value; }
            [Parametrized] public static partial Tensor List(Tensor x, params Layer[] layers) { foreach (var layer in layers) x = Centered(Dropout(layer(x), 0.5), 1); return x; }
            [Parametrized] public static partial Tensor F(Tensor x) => List(x, Dense(3), Centered(1));
            """,
            """
            var x = ones(2, 3);
            var (p, s) = Net.F().InitWithState(new Key(0), x);
            var (y, next) = Net.F().Apply(p, s, x, new Key(1));
            Layers.DenseParams dense = p.List.Dense;
            return string.Join(" ", Tree.Paths(p)) + " | " + string.Join(" ", Tree.Paths(next).Order()) + " | " + (y.mean().abs().item<float>() < 1e-5);
            """).Run<string>());

    /// <summary>The inputs 1 and 3 have the mean 2; what comes out of the first has the mean 0.</summary>
    [Theory]
    [InlineData("Layer first, Layer second", "foreach (var l in new[] { first, second }) x = l(x); return x;")]
    [InlineData("Layer<Tensor, Tensor> first, Layer<Tensor, Tensor> second", "foreach (var l in new[] { first, second }) x = l(x); return x;")]
    [InlineData("Layer<Tensor, Tensor, Tensor> first, Layer<Tensor, Tensor, Tensor> second", "foreach (var l in new[] { first, second }) x = l(x, x); return x;")]
    public void Layers_that_are_values_have_running_state_of_their_own(string parameters, string body)
    {
        var isOfTwo = parameters.Contains("Tensor, Tensor, Tensor");
        var says = LoadedProgram.Of(
            $$"""
            [Parametrized] public static partial Tensor Centered(Tensor x, double by) { var m = State(zeros(1), "mean"); m.Value = x.mean().reshape(1) * by; return x - m.Value; }
            [Parametrized] public static partial Tensor CenteredPair(Tensor x, Tensor y, double by) => Centered(x, by) + y - y;
            [Parametrized] public static partial Tensor Two(Tensor x, {{parameters}}) { {{body}} }
            [Parametrized] public static partial Tensor F(Tensor x) => {{(isOfTwo ? "Two(x, CenteredPair(1), CenteredPair(2))" : "Two(x, Centered(1), Centered(2))")}};
            """,
            """
            var x = tensor(new float[] { 1, 3 });
            var (p, s) = Net.F().InitWithState(new Key(0), x);
            var (_, next) = Net.F().Apply(p, s, x);
            return string.Join(" ", Tree.Paths(next)) + " | " + string.Join(" ", Tree.Leaves(next).Select(leaf => leaf.sum().item<float>()));
            """).Run<string>();

        var path = isOfTwo ? "centered.mean" : "mean";
        Assert.Equal($"two.first.{path} two.second.{path} | 2 0", says);
    }
}

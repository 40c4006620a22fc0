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
        (12, "Dense(3)", "Layer inner", "System.Linq.Expressions.Expression<Func<Layer>> e = () => inner; return e.Compile()()(x);"),
        (12, Heads, "IReadOnlyDictionary<string, Layer> @params", "return @params[\"a\"](x);"),
        (12, "Dense(3)", "Layer @base", "var t = (@base, 3); return t.@base(x);"),
        (12, "Dense(3)", "Layer inner", "return nameof(CurrentMode) + nameof(Primitives.CurrentMode) == \"CurrentModeCurrentMode\" ? inner(x) : x;"),
    ];

    [Fact]
    public void Each_layer_has_its_parameters_wherever_it_is_called()
    {
        var templates = s_bodies.Select((body, i) => $"[Parametrized] public static partial Tensor F{i}(Tensor x, {body.Parameters}) {{ {body.Body} }}\n");
        var program = LoadedProgram.Of(
            "#pragma warning disable IDE0059, JXN0016, CS0162\n[Parametrized] public static partial Tensor Half(Tensor x, double by) => x * by;\n" + string.Concat(templates),
            $$"""
            var x = torch.ones(2, 3);
            return new[] { {{string.Join(", ", s_bodies.Select((body, i) => $"Count(Net.F{i}({body.Module}))"))}} };
            long Count<TParams>(Module<TParams, Tensor, Tensor> module) where TParams : Params
            {
                var p = module.Init(new Key(0), x);
                module.Apply(p, x);
                return Tree.Count(p);
            }
            """,
            "long[]");

        Assert.Equal(s_bodies.Select(body => (body.Count, body.Body)), program.Run<long[]>().Zip(s_bodies, (count, body) => (count, body.Body)));
    }

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

using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Running;

/// <summary>
/// Modules that come to a layer by way of locals, collections, tuples and properties of their own type. Sharing is by identity: a Dense(3) of a
/// matrix with three columns has 3 · 3 + 3 = 12 numbers, a Dense(4) 16, and a Dense(4) behind a Dense(3) as well.
/// </summary>
public sealed class ModuleValueTests
{
    private const string Members = """
        private static DenseModule Make(long n) => Dense(n);
        private static bool TryMake(out DenseModule made) { made = Dense(3); return true; }
        private static DenseModule Prop => Dense(3);
        private static readonly DenseModule s_kept = Dense(3);
        [Parametrized] public static partial Tensor Skip(Tensor x, Layer inner) => x + inner(x);
        [Parametrized] public static partial Tensor Two(Tensor x, DenseModule a, DenseModule b) { Layer l = a; Layer m = b; return m(l(x)); }

        """;

    private static readonly (long Count, string Body)[] s_bodies =
    [
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); Layer l = m; x = l(x); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { DenseModule m = Dense(3); Layer l = m; x = l(x); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Make(3); Layer l = m; x = l(x); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); var n = m; Layer l = n; Layer k = m; x = l(k(x)); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); for (var j = 0; j < 2; j++) { Layer l = m; x = l(x); } } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); x = ((Layer)m)(x); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); Layer l = m; Func<Tensor, Tensor> f = y => l(y); x = f(f(x)); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); x = Call(m, x); } return x; static Tensor Call(Layer l, Tensor y) => l(y);"),
        (24, "for (var i = 0; i < 2; i++) { var m = x.dim() > 1 ? Dense(3) : Dense(4); Layer l = m; x = l(x); } return x;"),
        (24, "for (var i = 0; i < 2; i++) { var m = Dense(3); x = Sequential(x, m, m); } return x;"),
        (12, "for (var i = 0; i < 2; i++) { var m = s_kept; Layer l = m; x = l(x); } return x;"),
        (12, "var m = Dense(3); for (var i = 0; i < 2; i++) { Layer l = m; x = l(x); } return x;"),
        (12, "var m = Dense(3); if (x.shape[0] > 1) m = Dense(4); m = Dense(3); Layer l = m; return l(x);"),
        (16, "var m = Dense(3); if (x.shape[0] > 1) m = Dense(4); Layer l = m; return l(x);"),
        (24, "var m = Dense(3); Layer l = m; x = l(x); m = Dense(3); l = m; return l(x);"),
        (28, "DenseModule[] ms = [Dense(3), Dense(4)]; foreach (var m in ms) { Layer l = m; x = l(x); } return x;"),
        (28, "DenseModule[] ms = [Dense(3), Dense(4)]; Layer l = ms[0]; x = l(x); return ((Layer)ms[1])(x);"),
        (12, "DenseModule[] ms = [Dense(3)]; Layer l = ms[0]; Layer k = ms[0]; return k(l(x));"),
        (28, "DenseModule[] ms = [Dense(3), Dense(4)]; for (var i = 0; i < 2; i++) x = Apply(ms[i], x); return x; static Tensor Apply(Layer l, Tensor y) => l(y);"),
        (24, "var ms = new List<DenseModule>(); for (var i = 0; i < 2; i++) ms.Add(Dense(3)); foreach (var m in ms) { Layer l = m; x = l(x); } return x;"),
        (24, "var ms = new Dictionary<int, DenseModule> { [0] = Dense(3), [1] = Dense(3) }; foreach (var (_, m) in ms) { Layer l = m; x = l(x); } Layer k = ms[0]; return k(x);"),
        (28, "var ms = new[] { 3, 4 }.Select(n => Dense(n)).ToArray(); foreach (var m in ms) { Layer l = m; x = l(x); } return x;"),
        (12, "var t = (A: Dense(3), B: 2); Layer l = t.A; return l(x);"),
        (12, "var (m, _) = (Dense(3), 2); Layer l = m; return l(x);"),
        (12, "TryMake(out var m); Layer l = m; return l(x);"),
        (12, "if (Prop is { } m) { Layer l = m; return l(x); } return x;"),
        (12, "object o = Dense(3); Layer l = (DenseModule)o; return l(x);"),
        (12, "object o = Dense(3); Layer l = (o as DenseModule)!; return l(x);"),
        (12, "var m = Dense(3); Layer l = m!; return l(x);"),
        (12, "var m = Dense(3); Layer l = (Layer)(DenseModule)m; Layer k = (m); return k(l(x));"),
        (12, "DenseModule? m = null; Layer l = m ??= Dense(3); return l(x);"),
        (12, "DenseModule m; Layer l = m = Dense(3); return l(x);"),
        (12, "Func<DenseModule> f = () => Dense(3); Layer l = f(); return l(x);"),
        (12, "Func<DenseModule> f = () => Dense(3); return ((Layer)f())(x);"),
        (12, "var m = x.dim() > 1 ? Dense(3) : Dense(4); Layer l = m; return l(x);"),
        (12, "var m = x.dim() > 1 ? Dense(3) : Dense(4); Layer l = x.dim() > 1 ? m : Relu; return l(x);"),
        (24, "var m = x.dim() > 1 ? Dense(3) : Dense(4); return Sequential(x, m, Dense(3));"),
        (24, "DenseModule[] ms = [Dense(3), Dense(3)]; return Sequential(x, ms[0], ms[1]);"),
        (24, "DenseModule[] ms = [Dense(3), Dense(3)]; return Sequential(x, [.. ms]);"),
        (12, "DenseModule[] ms = [Dense(3)]; return Skip(x, ms[0]);"),
        (12, "Layer l = Prop; return l(x);"),
        (12, "Layer l = Net.Prop; Layer k = l; return k(l(x));"),
        (24, "return Two(x, Dense(3), Dense(3));"),
        (24, "(Layer a, Layer b) = (Dense(3), Dense(3)); return b(a(x));"),
        (24, "DenseModule[] ms = [Dense(3), Dense(3)]; Layer a = ms[0], b = ms[1]; return b(a(x));"),
        (24, "var (a, b) = (Dense(3), Dense(3)); Layer l = a, k = b; return k(l(x));"),
        (24, "DenseModule[] ds = [Dense(3), Dense(3)]; return ds is [var a, var b] ? ((Layer)b)(((Layer)a)(x)) : x;"),
        (12, "Func<Tensor, Tensor> f = static y => ((Layer)s_kept)(y); return f(x);"),
    ];

    [Fact]
    public void Each_module_has_its_parameters_wherever_it_becomes_a_layer()
    {
        var templates = s_bodies.Select((body, i) => $"[Parametrized] public static partial Tensor F{i}(Tensor x) {{ {body.Body} }}\n");
        var counts = ParameterCounts.Of(
            "#pragma warning disable IDE0059, JXN0016\n" + Members + string.Concat(templates),
            s_bodies.Select((_, i) => $"Net.F{i}()"));

        Assert.Equal(s_bodies.Select(body => (body.Count, body.Body)), counts.Zip(s_bodies, (count, body) => (count, body.Body)));
    }
}

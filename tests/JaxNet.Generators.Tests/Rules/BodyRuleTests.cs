using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0003, JXN0005, JXN0006, JXN0009 and JXN0010: what a body says that JaxNet cannot follow.</summary>
public sealed class BodyRuleTests
{
    private const string CallOutside = "call it outside and use its result there, make a module for each round in a loop, or write a template for it";

    [Theory]
    [InlineData("Func<Tensor, Tensor> f = y => [|Dense(y, 3)|]; return f(x);", "in a lambda", CallOutside)]
    [InlineData("return F2(x); Tensor F2(Tensor y) => [|Dense(y, 3)|];", "in a local function", CallOutside)]
    [InlineData("return (from i in new[] { 1 } select [|Dense(x, i)|]).First();", "in a query", CallOutside)]
    [InlineData("if (x.dim() > 1) { var (a, b) = [|Parameter(key => (ones(3), ones(3)))|]; } return x;", "under a condition", "ask for it before that, or for an array instead of a tuple")]
    public void JXN0003_says_where_and_what_to_do(string statements, string where, string advice)
    {
        var marked = Marked.Parse(statements);
        var call = marked.Text.Substring(marked.Spans[0].Start, marked.Spans[0].Length);
        Rule.Reports("JXN0003", $"'{call}' stands {where}, where it isn't clear which parameters it has; {advice}", Source.Body(statements));
    }

    [Theory]
    [InlineData("return Sequential(x, y => [|Dense(y, 3)|]);")]
    [InlineData("return Sequential(x, delegate (Tensor y) { return [|Dense(y, 3)|]; });")]
    [InlineData("Func<Layer> f = () => [|Dense(3)|]; return f()(x);")]
    [InlineData("Func<Tensor, Tensor> f = y => { Layer [|d = Dense(3)|]; return d(y); }; return f(x);")]
    [InlineData("return Parameter(key => [|Parameter([], Initializers.Ones())|], \"outer\");")]
    [InlineData("Func<Tensor, Tensor> f = y => [|Sequential(y, Dense(3))|] + [|Parameter([], Initializers.Ones())|]; return f(x);")]
    [InlineData("for (var i = 0; i < 3; i++) { Tensor G(Tensor y) { return [|Dense(y, 3)|]; } x = G(x); } return x;")]
    public void JXN0003_wherever_it_isnt_clear(string statements) => Rule.ReportsEach("JXN0003", Source.Body(statements));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) x = Half(x, 2); return x.dim() > 1 ? Half(x, 3) : x;")]
    [InlineData("for (var i = 0; i < 3; i++) x = Sequential(x, Relu, Half(2)); return x;")]
    [InlineData("Layer h = Half(2); for (var i = 0; i < 3; i++) x = h(x); return x;")]
    [InlineData("return Sequential(x, y => Half(y, 3), static y => Half(y, 4));")]
    [InlineData("if (x.dim() > 1) return x; RandomKey(); return Half(x, CurrentMode == Mode.Train ? 2 : 3);")]
    public void JXN0003_is_silent_of_what_has_no_parameters(string statements) =>
        Rule.IsSilent(Source.InNet("[Parametrized] public static partial Tensor Half(Tensor x, double by) => x * by;\n" + Source.Template(statements)));

    [Fact]
    public void JXN0006_layers_by_name_that_are_written_to() => Rule.ReportsEach("JXN0006", Source.InNet(
        "[Parametrized] public static partial Tensor F(Tensor x, IReadOnlyDictionary<string, Layer> heads) { [|heads|] = new Dictionary<string, Layer>(); return heads[\"a\"](x); }"));

    [Theory]
    [InlineData("\"1a\"")]
    [InlineData("\"my kernel\"")]
    [InlineData("\"\"")]
    [InlineData("\"_\"")]
    [InlineData("\"a.b\"")]
    [InlineData("x.ToString()")]
    [InlineData("$\"{x}\"")]
    public void JXN0005_name(string name) => Rule.Reports(
        "JXN0005",
        "The name of a parameter must be a constant string that is an identifier, such as \"kernel\", because it becomes a member of 'FParams'",
        Source.Body($"return x * Parameter([], Initializers.Ones(), [|{name}|]);"));

    [Theory]
    [InlineData("return [|Kept|](x);")]
    [InlineData("return [|Made()|](x);")]
    [InlineData("Layer d = Kept; return [|d|](x);")]
    [InlineData("Layer d = x.dim() > 1 ? [|Kept|] : Dense(3); return [|d|](x);")]
    [InlineData("Layer[] all = [[|Kept|]]; return all[0](x);")]
    [InlineData("return [|Kept|]?.Invoke(x)!;")]
    [InlineData("foreach (var layer in Many) x = [|layer|](x); return x;")]
    [InlineData("return [|Many[0]|](x);")]
    [InlineData("return [|Many.First()|](x);")]
    [InlineData("var all = Many; return [|all[0]|](x);")]
    [InlineData("var all = Many; foreach (var layer in all) x = [|layer|](x); return x;")]
    [InlineData("Kinds.TryGetValue(\"a\", out var l); return [|l|]!(x);")]
    [InlineData("if (Kinds.TryGetValue(\"a\", out Layer? l)) x = [|l|](x); return x;")]
    [InlineData("foreach (var (_, l) in Kinds) x = [|l|](x); return x;")]
    [InlineData("var (l, n) = Pair(); return [|l|](x) * n;")]
    [InlineData("(Layer l, _) = Pair(); return [|l|](x);")]
    [InlineData("var pair = Pair(); return [|pair.Layer|](x);")]
    [InlineData("Layer f = [|F|]; return x;")]
    [InlineData("Func<Tensor, Tensor> f = [|F|]; return f(x);")]
    [InlineData("Func<Tensor, Tensor> f = [|Net.F|]; return f(x);")]
    [InlineData("Func<Key> f = [|RandomKey|]; return x;")]
    [InlineData("Func<long, DenseModule> f = n => Dense(n); return Sequential(x, f(3));")]
    [InlineData("Layer[] all = [[|G|]]; return all[0](x);")]
    public void JXN0006_module(string statements) => Rule.ReportsEach(
        "JXN0006",
        Source.InNet(Source.Template(statements) + """

            [Parametrized] public static partial Tensor G(Tensor x) => Dense(x, 3);
            public static Layer Kept { get; } = JaxNet.Layers.Dense(3);
            public static Layer[] Many { get; } = [Kept];
            public static Layer Made() => Kept;
            public static (Layer Layer, int N) Pair() => (Kept, 3);
            public static Dictionary<string, Layer> Kinds { get; } = new() { ["a"] = Kept };
            """));

    [Theory]
    [InlineData("var all = new Dictionary<string, Layer> { [\"a\"] = Dense(3) }; all.TryGetValue(\"a\", out var l); return l!(x);")]
    [InlineData("var all = Enumerable.Range(0, 2).Select(i => (Layer)(y => y * i)).ToArray(); return all[0](x);")]
    [InlineData("var all = Both(Dense(3), Relu); return all[0](x);")]
    [InlineData("var (a, b) = Swap(Dense(3), Relu); return a(b(x));")]
    [InlineData("var all = Both(Dense(3), Relu); foreach (var l in all) x = l(x); return x;")]
    [InlineData("Layer[] all; all = [Dense(3), Relu]; return all[0](x);")]
    [InlineData("var all = new List<Layer>(); all.Add(Dense(3)); var first = all.First(); return first(x);")]
    [InlineData("Take(out var l, Dense(3)); return l(x);")]
    [InlineData("Local(out var l); return l(x); void Local(out Layer layer) => layer = Relu;")]
    [InlineData("var f = Relu; return f(x);")]
    public void JXN0006_is_silent_of_layers_of_the_body_by_way_of_methods(string statements) => Rule.IsSilent(Source.InNet(
        Source.Template(statements.Replace("var f = Relu", "Layer f = Relu")) + """

            private static Layer[] Both(Layer first, Layer second) => [first, second];
            private static (Layer, Layer) Swap(Layer first, Layer second) => (second, first);
            private static void Take(out Layer taken, Layer layer) => taken = layer;
            """));

    /// <summary>Where no expression of the module's own stands, it can't be given its parameters.</summary>
    [Theory]
    [InlineData("foreach (Layer l in [|ms|]) x = l(x); return x;")]
    [InlineData("Layer[] all = [Relu, .. [|ms|]]; return all[1](x);")]
    [InlineData("(Layer l, var n) = [|(ms[0], 2).ToTuple().ToValueTuple()|]; return l(x);")]
    [InlineData("Layer l; (l, _) = [|pair|]; return l(x);")]
    [InlineData("(Layer Layer, int) other = [|pair|]; return other.Layer(x);")]
    [InlineData("return Call([|pair|], x); static Tensor Call((Layer Layer, int) given, Tensor y) => given.Layer(y);")]
    [InlineData("foreach ((Layer l, _) in [|new[] { pair }|]) x = l(x); return x;")]
    public void JXN0006_modules_that_become_layers_unseen(string statements) => Rule.ReportsEach(
        "JXN0006", Source.Body("#pragma warning disable CS0219\nDenseModule[] ms = [Dense(3), Dense(4)]; var pair = (ms[0], 2);\n" + statements));

    [Theory]
    [InlineData("return ms.Aggregate(x, (y, m) => ((Layer)[|m|])(y));")]
    [InlineData("return Call(ms[0], x); static Tensor Call(DenseModule m, Tensor y) { Layer l = [|m|]; return l(y); }")]
    [InlineData("var all = (from m in ms select (Layer)[|m|]).ToArray(); return all[0](x);")]
    public void JXN0003_modules_that_become_layers_in_functions(string statements) => Rule.ReportsEach("JXN0003", Source.Body("DenseModule[] ms = [Dense(3), Dense(4)];\n" + statements));

    /// <summary>What becomes of the modules, tests/JaxNet.Language.Tests knows.</summary>
    [Theory]
    [InlineData("Layer d = Dense(3); d = Dense(4); return d(x);")]
    [InlineData("Layer d; d = Dense(4); return d(x);")]
    [InlineData("Layer d = Dense(3); Change(ref d); return d(x); static void Change(ref Layer layer) => layer = Relu;")]
    [InlineData("Layer d = Dense(3); (d, var e) = (Relu, 3); return d(x);")]
    [InlineData("Layer d = x.dim() > 1 ? Dense(3) : Dense(4); return d(x);")]
    [InlineData("Layer d = x.dim() > 1 ? Dense(3) : Sequential(Relu); return d(x);")]
    [InlineData("Layer d = x.dim() > 1 ? Relu : Dense(3); return d(x);")]
    [InlineData("Layer[] all = [Dense(3)]; return all[0](x);")]
    [InlineData("var all = new List<Layer> { Dense(3) }; return all[0](x);")]
    [InlineData("var all = new List<Layer>(); all.Add(Dense(3)); return x;")]
    [InlineData("var d = Dense(3); Take(d); return x; static void Take(Layer layer) { }")]
    [InlineData("Layer d = Dense(3); Take(d); return d(x); static void Take(Layer layer) { }")]
    [InlineData("Layer d = Dense(3); Func<Layer> f = () => d; return x;")]
    [InlineData("Console.WriteLine((Layer)Dense(3)); return x;")]
    [InlineData("return Call(Dense(3)); Tensor Call(Layer layer) => layer(x);")]
    [InlineData("return ((Layer)Dense(3))(x);")]
    [InlineData("Layer d = x.dim() > 1 ? Dense(3) : Sequential(Dense(3)); return Sequential(x, d, x.dim() > 1 ? Dense(4) : Dense(5), x.dim() > 1 ? Dense(3) : Relu);")]
    [InlineData("Layer d = true switch { _ => Dense(3) }; Layer? e = x.dim() > 1 ? null : d; return e?.Invoke(x) ?? d(x);")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { Layer d = Dense(i); x = d(x); } return x;")]
    [InlineData("Layer d = Dense(3); Func<Tensor, Tensor> f = y => d(y); return f(x);")]
    public void JXN0006_is_silent_of_modules_as_values(string statements) => Rule.IsSilent(Source.Body("#pragma warning disable CS8321, CS0168, CS0219, IDE0059\n" + statements));

    [Fact]
    public void JXN0006_dynamic() => Rule.Reports(
        "JXN0006",
        "The module 'G' is called with dynamic arguments, so that only the run tells what is meant; cast them to their types",
        Source.InNet(Source.Template("dynamic n = 3; return [|G(x, n)|];") + """

            [Parametrized] public static partial Tensor G(Tensor x, long n) => Dense(x, n);
            [Parametrized] public static partial Tensor G(Tensor x, string n) => Dense(x, 3);
            """));

    [Fact]
    public void JXN0006_is_silent_of_dynamic_arguments_where_one_template_fits() => Rule.IsSilent(Source.Body("dynamic n = 3; return Dense(x, n);"));

    [Theory]
    [InlineData("Layer g = G; return g(x);", "Layer g = G(); return g(x);")]
    [InlineData("Layer g = Net.G, r = Relu; return g(r(x));", "Layer g = Net.G(), r = Relu; return g(r(x));")]
    public void The_fix_of_JXN0006_makes_a_module(string before, string after)
    {
        const string G = "\n[Parametrized] public static partial Tensor G(Tensor x) => Dense(x, 3);";
        Assert.Equal(Source.InNet(Source.Template(after) + G), Editor.Fix("JXN0006", Source.InNet(Source.Template(before) + G)));
        Rule.IsSilent(Source.InNet(Source.Template(after) + G));
    }

    [Fact]
    public void The_fix_of_JXN0006_knows_no_hyperparameters() => Editor.OffersNothing(
        "JXN0006", Source.InNet(Source.Template("Func<Tensor, long, Tensor> g = G; return g(x, 3);") + "\n[Parametrized] public static partial Tensor G(Tensor x, long n) => Dense(x, n);"));

    [Fact]
    public void JXN0006_says_what_to_do() => Rule.Reports(
        "JXN0006",
        "The module 'Kept' may be any layer, also one with parameters; declare it as the module that it is, or hand it to the template as a layer",
        Source.InNet("private static readonly Layer Kept = JaxNet.Layers.Dense(3);\n" + Source.Template("return [|Kept|](x);")));

    [Theory]
    [InlineData("[|inner|] = Relu; return inner(x);")]
    [InlineData("Change(ref [|inner|]); return inner(x); static void Change(ref Layer layer) { }")]
    public void JXN0006_single_layer(string statements) => Rule.ReportsEach("JXN0006", WithInner(statements));

    [Theory]
    [InlineData("return inner(x);")]
    [InlineData("Layer same = inner; return same(inner(x)) + inner!.Invoke(x);")]
    [InlineData("return inner is null || inner == null ? x : inner(inputs: x);")]
    [InlineData("return Sequential(x, inner, Sequential(inner, Relu), H(H(inner)));")]
    [InlineData("return x.dim() > 1 ? H(x, inner) : x;")]
    [InlineData("Console.WriteLine(nameof(inner)); return x;")]
    [InlineData("return Sequential(x, G, Net.G, H(G));")]
    [InlineData("return (inner ?? Relu)(x);")]
    [InlineData("return inner?.Invoke(x) ?? x;")]
    [InlineData("Layer d = x.dim() > 1 ? inner : Relu; return d(x);")]
    [InlineData("Take(inner); return x; static void Take(Layer layer) { }")]
    [InlineData("Layer[] all = [inner]; return all[0](x);")]
    [InlineData("Func<Tensor, Tensor> f = y => inner(y); return f(x);")]
    [InlineData("return Get(); Tensor Get() => inner(x);")]
    public void JXN0006_is_silent_of_a_single_layer(string statements) => Rule.IsSilent(WithInner(statements));

    private static string WithInner(string statements) => Source.InNet(
        $"[Parametrized] public static partial Tensor F(Tensor x, Layer inner) {{ {statements} }}\n" +
        "[Parametrized] public static partial Tensor G(Tensor x) => Dense(x, 3);\n" +
        "[Parametrized] public static partial Tensor H(Tensor x, Layer inner) => inner(x);");

    [Theory]
    [InlineData("Layer<Tensor, Tensor, (Tensor, Tensor)> c = x.dim() > 1 ? GRUCell(3) : GRUCell(4); return Scan(c, x, x).Outputs;")]
    [InlineData("Layer<Tensor, Tensor, (Tensor, Tensor)>[] all = [GRUCell(3)]; return Scan(all[0], x, x).Outputs;")]
    [InlineData("return Scan(Get(), x, x).Outputs; Layer<Tensor, Tensor, (Tensor, Tensor)> Get() => (c, y) => (c, y);")]
    public void JXN0006_is_silent_of_cells_as_values(string statements) => Rule.IsSilent(Source.Body(statements));

    [Fact]
    public void JXN0006_cell() => Rule.ReportsEach("JXN0006", Source.InNet(
        "public static Layer<Tensor, Tensor, (Tensor, Tensor)> Kept { get; } = JaxNet.Layers.GRUCell(3);\n" + Source.Template("return Scan([|Kept|], x, x).Outputs;")));

    [Theory]
    [InlineData("Func<Tensor> f = () => [|Scan(GRUCell(3), x, x)|].Outputs; return f();", "Scan(GRUCell(3), x, x)", "in a lambda")]
    [InlineData("return Scan((Tensor c, Tensor y) => (c, [|Dense(y, 3)|]), x, x).Outputs;", "Dense(y, 3)", "in a lambda")]
    public void JXN0003_cell(string statements, string what, string where) => Rule.Reports(
        "JXN0003", $"'{what}' stands {where}, where it isn't clear which parameters it has; {CallOutside}", Source.Body(statements));

    [Theory]
    [InlineData("[|layers|] = layers.Reverse().ToArray(); foreach (var layer in layers) x = layer(x); return x;")]
    [InlineData("foreach (var layer in layers) x = layer(x); Change(ref [|layers|]); return x; static void Change(ref Layer[] all) { }")]
    public void JXN0006_layers(string statements) => Rule.ReportsEach(
        "JXN0006", Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, params Layer[] layers) {{ {statements} }}"));

    [Theory]
    [InlineData("foreach (var layer in layers) x = layer(x); return x;")]
    [InlineData("foreach (Layer layer in layers) { x = layer.Invoke(x); } return x;")]
    [InlineData("for (var i = 0; i < layers.Length; i++) x = layers[i](x); return x;")]
    [InlineData("return layers.Length == 0 ? x : layers[^1](layers[0](x));")]
    [InlineData("return Sequential(x, layers);")]
    [InlineData("foreach (var layer in layers) x = ((layer))(x); foreach (var layer in layers) x = layer(x); return x;")]
    [InlineData("foreach (var layer in layers) { Layer other = layer; x = other(x); } return x;")]
    [InlineData("foreach (var layer in layers) { Func<Tensor, Tensor> f = y => layer(y); x = f(x); } return x;")]
    [InlineData("return layers.Aggregate(x, (y, layer) => layer(y));")]
    [InlineData("foreach (var layer in layers.Skip(1)) x = layer(x); return x;")]
    [InlineData("Layer first = layers[0]; return first(x);")]
    [InlineData("return layers is [var first, ..] ? first(x) : x;")]
    [InlineData("return Sequential(x, layers.Reverse().ToArray());")]
    [InlineData("return Sequential(x, layers[0], layers[^1]);")]
    [InlineData("return Sequential(x, [.. layers, Relu, .. layers[1..]]);")]
    public void JXN0006_is_silent_of_layers_that_are_called(string statements) =>
        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor F(Tensor x, params Layer[] layers) {{ {statements} }}"));

    [Theory]
    [InlineData("Half([|0.5|])", "'0.5' silently converts to a tensor here and becomes the input 'x' of 'Half'; if that is meant, write torch.tensor(0.5), if a hyperparameter is meant, give it by name")]
    [InlineData("Half([|new[] { 1f }|])", "'new[] { 1f }' silently converts to a tensor here and becomes the input 'x' of 'Half'; if that is meant, write torch.tensor(new[] { 1f }), if a hyperparameter is meant, give it by name")]
    public void JXN0009_conversion(string call, string message) => Rule.Reports(
        "JXN0009", message, Source.InNet("[Parametrized] public static partial Tensor Half(Tensor x) => x / 2;\n" + Source.Template($"return {call};")));

    [Fact]
    public void JXN0009_is_silent_of_factories() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor MyConv(Tensor x, long width, long stride = 1) => Dense(x, width * stride);
        [Parametrized] public static partial Tensor Drop(Tensor x, double rate = 0.5) => x * rate;
        [Parametrized] public static partial Tensor F(Tensor x) => Sequential(x, MyConv(32, 5), Drop(0.3), Drop(), MyConv(3), Drop(rate: 0.1f)) + Drop(torch.tensor(0.5));
        """));

    [Theory]
    [InlineData("int", "key => 3")]
    [InlineData("string", "key => \"\"")]
    [InlineData("<anonymous type: Tensor A>", "key => new { A = ones(3) }")]
    [InlineData("(Tensor, int)", "key => (ones(3), 3)")]
    public void JXN0010_not_a_tree(string type, string init) => Rule.Reports(
        "JXN0010",
        $"A parameter cannot be of type '{type}': it must be a tensor or a tree of tensors, such as a tuple, an array or a dictionary of them",
        Source.Body($"var p = [|Parameter({init})|]; return x;"));

    [Fact]
    public void JXN0010_of_a_running_state() => Rule.Reports(
        "JXN0010",
        "A running state cannot be of type 'Key': it must be a tensor or a tree of tensors, such as a tuple, an array or a dictionary of them",
        Source.Body("var key = [|State(new Key(0), \"key\")|]; return x;"));

    [Fact]
    public void JXN0010_is_silent_of_trees() => Rule.IsSilent(Source.Body(
        "var p = Parameter(key => (ones(3), new Dictionary<string, Tensor[]> { [\"a\"] = [ones(3)] })); return x * p.Item1;"));

    [Theory]
    [InlineData("return Missing(x);", "CS0103")]
    [InlineData("return Dense(x);", "CS1503")]
    [InlineData("return Dense(x, 3).missing();", "CS1061")]
    [InlineData("int n = Dense(x, 3); return x;", "CS0266")]
    [InlineData("var y = Dense(x, 3);", "CS0161")]
    [InlineData("int n; return Dense(x, n);", "CS0165")]
    [InlineData("return Dense(x, 3)", "CS1002")]
    [InlineData("return Dense(x, ;", "CS1525")]
    [InlineData("Dense(x, 3) return x;", "CS1002")]
    [InlineData("return Parameter([3]);", "CS0411")]
    [InlineData("return Sequential(x, Missing);", "CS0103")]
    [InlineData("return Sequential(x, 3, Dense(3));", "CS1503")]
    [InlineData("var f = Dense; return x;", "CS8917")]
    [InlineData("break; return x;", "CS0139")]
    [InlineData("await System.Threading.Tasks.Task.Yield(); return x;", "CS4032")]
    [InlineData("yield return x;", "CS1624")]
    public void Mistakes_that_the_compiler_reports_are_left_to_it(string statements, string id)
    {
        var run = Project.Of(("User.cs", Source.Body(statements))).Run();
        Assert.Empty(run.Problems.Select(problem => problem.ToString()));
        Assert.Empty(run.CompilerMessages.Where(message => message.Location.SourceTree?.FilePath != "User.cs").Select(Run.Describe));
        Assert.Contains(id, run.CompilerMessages.Select(message => message.Id));
    }
}

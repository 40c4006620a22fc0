using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0012: templates and primitives outside of templates.</summary>
public sealed class OutsideOfTemplateTests
{
    private const string Templates = """
        [Parametrized] public static partial Tensor Net1(Tensor x) => Dense(x, 3);
        [Parametrized] public static partial Tensor Res(Tensor x, Tensor y, long n, double scale = 1) => x + Dense(y, n) * scale;
        [Parametrized] public static partial Tensor Word(Tensor @in) => Dense(@in, 3);
        [Parametrized] public static partial Tensor Table(long rows) => Parameter([rows], Initializers.Ones());
        [Parametrized] public static partial Tensor Of<T>(Tensor x, T what, int n = 3) => Dense(x, n);

        """;

    [Theory]
    [InlineData("Dense(x, 3)", "where it has no parameters; write 'Dense(3).Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("Net1(x)", "where it has no parameters; write 'Net1().Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("Net.Res(scale: 2, y: x, x: x * 2, n: 3)", "where it has no parameters; write 'Net.Res(scale: 2, n: 3).Apply(parameters, x * 2, x)', with parameters from 'Init'")]
    [InlineData("Table(3)", "where it has no parameters; write 'new TableModule(3).Apply(parameters)', with parameters from 'Init'")]
    [InlineData("Net.Of(x, \"a\")", "where it has no parameters; write 'Net.Of<string>(\"a\").Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("Of<double>(x, 3)", "where it has no parameters; write 'Of<double>(3).Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("Sequential(x, Dense(3), Relu)", "where it has no parameters; write 'Sequential(Dense(3), Relu).Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("Parameter([3], Initializers.Ones())", "where nothing answers it; move it into the body of a [Parametrized] method")]
    [InlineData("Primitives.Parameter(key => x)", "where nothing answers it; move it into the body of a [Parametrized] method")]
    [InlineData("RandomKey()", "where nothing answers it; move it into the body of a [Parametrized] method, or make a key with 'new Key(seed)'")]
    [InlineData("CurrentMode", "where nothing answers it; move it into the body of a [Parametrized] method, or take the mode as an argument")]
    public void JXN0012_call(string call, string message) =>
        Rule.Reports("JXN0012", $"'{call}' stands outside of a template, {message}", Outside($"_ = [|{call}|]; return x;"));

    [Theory]
    [InlineData("Func<Tensor, Tensor> f = [|Net1|]; return f(x);", "'Net1' stands outside of a template, where it has no parameters; write 'Net1(...)', which makes a module, and call its 'Init' and 'Apply'")]
    [InlineData("Layer f = [|Net.Net1|]; return f(x);", "'Net.Net1' stands outside of a template, where it has no parameters; write 'Net.Net1(...)', which makes a module, and call its 'Init' and 'Apply'")]
    [InlineData("Func<Key> f = [|RandomKey|]; return x;", "'RandomKey' stands outside of a template, where nothing answers it; move it into the body of a [Parametrized] method, or make a key with 'new Key(seed)'")]
    [InlineData("Layer d = Dense(3); return [|d(x)|];", "'d(x)' stands outside of a template, where the module 'd' has no parameters; write 'Dense(3).Apply(parameters, x)', with parameters from 'Init'")]
    [InlineData("var m = Dense(3); Layer d = m; Layer e = d; return [|e(x)|];", "'e(x)' stands outside of a template, where the module 'e' has no parameters; write 'm.Apply(parameters, x)', with parameters from 'Init'")]
    public void JXN0012_method_group_and_layer(string statements, string message) => Rule.Reports("JXN0012", message, Outside(statements));

    [Theory]
    [InlineData("Func<Tensor, Tensor> f = y => [|Net1(y)|]; return f(x);")]
    [InlineData("return Local(x); static Tensor Local(Tensor y) => [|Net1(y)|];")]
    public void JXN0012_in_functions(string statements) => Rule.ReportsEach("JXN0012", Outside(statements));

    [Fact]
    public void JXN0012_is_silent_of_templates_that_are_not_declared_well() => Rule.ReportsEach(
        "JXN0001", Source.InNet("[Parametrized] private Tensor [|F|](Tensor x) => Dense(x, 3);"), "CS0708");

    // A build says nothing else but that: where a declaration doesn't compile, no analyzer is heard.
    [Theory]
    [InlineData("public static partial Tensor G(Tensor x) => [|Dense(Net1(x), 3)|] + Dense(x, 3);", "Dense(Net1(x), 3)", "where it has no parameters")]
    [InlineData("public static partial Tensor G(Tensor x) { Func<Tensor, Tensor> f = y => [|Net1(y)|]; return f(x); }", "Net1(y)", "where it has no parameters")]
    [InlineData("public static partial Tensor G(Tensor x) => x * [|Parameter([3], Initializers.Ones(), \"w\")|];", "Parameter([3], Initializers.Ones(), \"w\")", "where nothing answers it")]
    public void JXN0012_of_a_partial_method_without_the_attribute(string method, string call, string where) => Rule.Reports(
        "JXN0012", $"'{call}' stands outside of a template, {where}; write [Parametrized] above 'G', of which JaxNet then writes the other part", Source.InNet(Templates + method), "CS0759");

    [Theory]
    [InlineData("    /// <summary>G.</summary>\n    ", "public static partial Tensor G(Tensor x) => Net1(x);", "    ")]
    [InlineData("    // G\n    ", "[Obsolete(\"\")] public static partial Tensor G(Tensor x)\n    {\n        return Net1(x);\n    }", "    ")]
    public void The_fix_writes_the_attribute(string before, string method, string indent)
    {
        var after = Source.InNet($"{Templates}{before}[Parametrized]\n{indent}{method}");
        Assert.Equal(after, Editor.Fix("JXN0012", Source.InNet(Templates + before + method)));
        Rule.IsSilent(after);
    }

    [Theory]
    [InlineData("public static partial Tensor G(Tensor x) => Relu(x);", "CS0759")]
    [InlineData("public static partial Tensor G(Tensor x) => Net1().Apply(Net1().Init(new Key(0), x), x);", "CS0759")]
    [InlineData("public static partial Tensor G(Tensor x); public static partial Tensor G(Tensor x) => Net1().Apply(Net1().Init(new Key(0), x), x);")]
    public void JXN0012_is_silent_of_other_partial_methods(string method, params string[] alsoFromTheCompiler) =>
        Rule.IsLeftToTheCompiler(Source.InNet(Templates + method), alsoFromTheCompiler);

    [Fact]
    public void JXN0012_of_a_partial_method_in_two_parts() => Rule.Reports(
        "JXN0012", "'Net1(x)' stands outside of a template, where it has no parameters; write 'Net1().Apply(parameters, x)', with parameters from 'Init'",
        Source.InNet(Templates + "public static partial Tensor G(Tensor x); public static partial Tensor G(Tensor x) => [|Net1(x)|];"));

    [Fact]
    public void JXN0012_in_a_field() => Rule.ReportsEach(
        "JXN0012", Source.InNet(Templates + "private static readonly Tensor s_field = [|Net1(ones(3))|];\nprivate static Tensor Property => s_field + [|Net1(ones(3))|];"));

    [Theory]
    [InlineData("return Dense(3).Apply(Dense(3).Init(new Key(0), x), x);")]
    [InlineData("Console.WriteLine(nameof(Net1) + nameof(Net.Dense3) + nameof(CurrentMode) + nameof(RandomKey)); return x;")]
    [InlineData("return Call(x, Relu, Dense(3)); static Tensor Call(Tensor y, params Layer[] layers) => layers.Aggregate(y, (z, layer) => layer(z));")]
    [InlineData("Layer f = x.dim() > 1 ? Relu : y => y; return f(Relu(x));")]
    [InlineData("Layer f = Dense(3); f = Relu; return f(x);")]
    [InlineData("var m = Sequential(Dense(3), Relu); return m.Apply(m.Init(new Key(1), x), x);")]
    public void JXN0012_is_silent_of_modules(string statements) =>
        Rule.IsSilent(Outside(statements).Replace("Net.Dense3", "Net1"));

    [Theory]
    [InlineData("var p = Dense(3).Init(new Key(0), x); return Dense(x, 3);", "var p = Dense(3).Init(new Key(0), x); return Dense(3).Apply(p, x);")]
    [InlineData("var q = Net1().Init(new Key(0), x); var p = Net1().Init(new Key(0), x); return Net.Net1(x * 2) + x;", "var q = Net1().Init(new Key(0), x); var p = Net1().Init(new Key(0), x); return Net.Net1().Apply(p, x * 2) + x;")]
    [InlineData("var p = new TableModule(3).Init(new Key(0)); return Table(3);", "var p = new TableModule(3).Init(new Key(0)); return new TableModule(3).Apply(p);")]
    [InlineData("var p = Net1().Init(new Key(0), x); Func<Tensor, Tensor> f = Net1; return f(x);", "var p = Net1().Init(new Key(0), x); Func<Tensor, Tensor> f = x2 => Net1().Apply(p, x2); return f(x);")]
    [InlineData("var @ref = Dense(3).Init(new Key(0), x); return Dense(x, 3);", "var @ref = Dense(3).Init(new Key(0), x); return Dense(3).Apply(@ref, x);")]
    [InlineData("var p = Word().Init(new Key(0), x); Func<Tensor, Tensor> f = Word; return f(x);", "var p = Word().Init(new Key(0), x); Func<Tensor, Tensor> f = @in => Word().Apply(p, @in); return f(x);")]
    [InlineData("var p = Dense(3).Init(new Key(0), x); Layer d = Dense(3); return d(x);", "var p = Dense(3).Init(new Key(0), x); Layer d = Dense(3); return Dense(3).Apply(p, x);")]
    [InlineData("var p = Of(3).Init(new Key(0), x); var q = Of(\"a\").Init(new Key(0), x); return Of(x, 4, 5);", "var p = Of(3).Init(new Key(0), x); var q = Of(\"a\").Init(new Key(0), x); return Of<int>(4, 5).Apply(p, x);")]
    public void The_fix_applies_the_module(string before, string after)
    {
        Assert.Equal(Outside(after), Editor.Fix("JXN0012", Outside(before)));
        Rule.IsSilent(Outside(after));
    }

    [Fact]
    public void Nothing_is_offered_without_parameters() => Editor.OffersNothing("JXN0012", Outside("return Dense(x, 3);"));

    private static string Outside(string statements) => Source.InNet($"{Templates}public static Tensor G(Tensor x)\n{{\n{statements}\n}}");
}

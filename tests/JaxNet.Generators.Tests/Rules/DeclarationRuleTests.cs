using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0001, JXN0002 and JXN0004: templates whose declarations JaxNet cannot compile.</summary>
public sealed class DeclarationRuleTests
{
    [Theory]
    [InlineData("public static Tensor [|F|](Tensor x) => x;")]
    [InlineData("public partial Tensor [|F|](Tensor x) => x;", "CS0708", "CS0759")]
    [InlineData("private Tensor [|F|](Tensor x) => x;", "CS0708")]
    public void JXN0001_not_static_partial(string template, params string[] fromTheCompiler) => Rule.Reports(
        "JXN0001",
        "The template 'F' must be declared 'static partial': JaxNet writes the other part of it",
        Source.InNet("[Parametrized] " + template),
        fromTheCompiler);

    [Fact]
    public void JXN0001_is_satisfied_by_static_partial() =>
        Rule.IsSilent(Source.InNet("[Parametrized] public static partial Tensor F(Tensor x) => x;"));

    [Fact]
    public void Methods_with_an_attribute_of_that_name_are_the_users() => Rule.IsSilent(Source.Usings + """
        namespace Own;

        public sealed class ParametrizedAttribute : Attribute;

        public static class Tests
        {
            [Parametrized] public static int F(int x) => x;
            [Own.Parametrized] public static Tensor F((Tensor, int) pair) => pair.Item1;
        }

        public static partial class Net
        {
            [JaxNet.Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);
            [Parametrized] public static Tensor F(Tensor x) => x;
        }
        """);

    [Fact]
    public void JXN0002_type_not_partial() => Rule.Reports(
        "JXN0002",
        "The template 'F' is in 'Net', which must be declared 'partial': JaxNet puts the generated code there",
        Source.Usings + "public static class [|Net|] { [Parametrized] public static partial Tensor F(Tensor x) => x; }",
        "CS0751", "CS0759");

    [Fact]
    public void JXN0002_type_around_the_type_not_partial() => Rule.Reports(
        "JXN0002",
        "The template 'F' is in 'Outer', which must be declared 'partial': JaxNet puts the generated code there",
        Source.Usings + "public class [|Outer|] { public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x) => x; } }",
        "CS0759");

    [Fact]
    public void JXN0002_is_satisfied_by_partial() =>
        Rule.IsSilent(Source.Usings + "public partial class Outer { public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x) => x; } }");

    [Theory]
    [InlineData("F(ref Tensor x) => x", "has the parameter 'x' by reference; return a tuple instead of writing to it", "CS0759")]
    [InlineData("F(Tensor x, out int y) { y = 3; return x; }", "has the parameter 'y' by reference; return a tuple instead of writing to it", "CS0759")]
    [InlineData("F(Tensor x, Tensor? y = null) => x", "has the optional tensor 'y': a call without it could mean the template or its factory; write two templates", "CS0759")]
    [InlineData("F(this Tensor x) => x", "is an extension method; call it as an ordinary method, without 'this'", "CS0759")]
    [InlineData("F<T>(Tensor x, T y) where T : allows ref struct => x", "has the parameter 'y' of type 'T', which a module cannot keep; take an array", "CS0759")]
    [InlineData("F(Tensor x, ref readonly int y) => x", "has the parameter 'y' by 'ref readonly', which takes variables only; write 'in', or take it by value", "CS0759")]
    [InlineData("F(Tensor x, Span<long> y) => x", "has the parameter 'y' of type 'Span<long>', which a module cannot keep; take an array", "CS0759")]
    [InlineData("F(Tensor x, List<Layer> layers) => x", "has the parameter 'layers' of type 'List<Layer>'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'", "CS0759")]
    [InlineData("F(Tensor x, Dictionary<string, Layer> layers) => x", "has the parameter 'layers' of type 'Dictionary<string, Layer>'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'", "CS0759")]
    [InlineData("F(Tensor x, IReadOnlyDictionary<int, Layer> layers) => x", "has the parameter 'layers' of type 'IReadOnlyDictionary<int, Layer>'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'", "CS0759")]
    [InlineData("F(Tensor x, (Layer, int) pair) => x", "has the parameter 'pair' of type '(Layer, int)'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'", "CS0759")]
    [InlineData("F(Tensor x, params IReadOnlyList<Layer> layers) => x", "has the parameter 'layers' of type 'IReadOnlyList<Layer>'; take layers as 'params Layer[]', one by one, or by name as 'IReadOnlyDictionary<string, Layer>'", "CS0759")]
    [InlineData("F(Tensor x, Layer[]? layers) => x", "has the list of layers 'layers', which may be null; write 'params Layer[]', which is empty where no layers are given", "CS0759")]
    [InlineData("F(Tensor x, params Layer[]? layers) => x", "has the list of layers 'layers', which may be null; write 'params Layer[]', which is empty where no layers are given", "CS0759")]
    [InlineData("F(Tensor x, Layer[] layers = null!) => x", "has the list of layers 'layers', which may be null; write 'params Layer[]', which is empty where no layers are given", "CS0759")]
    [InlineData("F(Tensor x, Layer[] a, params Layer[] b) => x", "takes two lists of layers; take one, or make one template of each", "CS0759")]
    [InlineData("F(Tensor x, string Name) => x", "has the hyperparameter 'Name', which is the name of a member that every module has; rename it", "CS0759")]
    [InlineData("F(Tensor x, string Shaped) => x", "has the hyperparameter 'Shaped', which is the name of a member that every module has; rename it", "CS0759")]
    public void JXN0004_signature(string signature, string why, params string[] fromTheCompiler) => Rule.Reports(
        "JXN0004",
        $"The template 'F' {why}",
        Source.InNet("[Parametrized] public static partial Tensor " + $"[|F|]{signature[1..]}{(signature.EndsWith('}') ? "" : ";")}"),
        fromTheCompiler);

    [Theory]
    [InlineData("void [|F|](Tensor x) { }", "returns 'void'; it must return a tensor or a tree of tensors", "CS0759")]
    [InlineData("int [|F|](Tensor x) => 3;", "returns 'int'; it must return a tensor or a tree of tensors", "CS0759")]
    [InlineData("(Tensor, int) [|F|](Tensor x) => (x, 3);", "returns '(Tensor, int)'; it must return a tensor or a tree of tensors", "CS0759")]
    [InlineData("Tensor [|F|](Tensor x);", "has no body; write the body here, JaxNet writes the declaration without one", "CS8795")]
    [InlineData("Tensor [|F|](Tensor x) => x; public static partial Tensor F(Tensor x);", "is declared without a body elsewhere; JaxNet writes that part, so leave it out")]
    [InlineData("System.Threading.Tasks.Task<Tensor> [|F|](Tensor x) => null!;", "returns 'System.Threading.Tasks.Task<Tensor>'; it must return a tensor or a tree of tensors", "CS0759")]
    public void JXN0004_result_and_body(string template, string why, params string[] fromTheCompiler) => Rule.Reports(
        "JXN0004", $"The template 'F' {why}", Source.InNet("[Parametrized] public static partial " + template), fromTheCompiler);

    [Theory]
    [InlineData("public partial interface INet<in T> { [Parametrized] public static partial Tensor [|F|](Tensor x) => x; }", "is in 'INet', an interface with an 'in' type parameter, in which C# allows no types; leave out 'in', or put it into a class", "CS0759")]
    [InlineData("file static partial class Net { [Parametrized] public static partial Tensor [|F|](Tensor x) => x; }", "is in 'Net', which is local to its file, where generated code can't reach it; leave out 'file'", "CS0759")]
    [InlineData("public partial class Net { [Parametrized] protected static partial Tensor [|F|](Tensor x) => x; }", "is protected; make it private, internal or public", "CS0759")]
    [InlineData("public partial interface INet<T> where T : INet<T> { [Parametrized] public static virtual partial Tensor [|F|](Tensor x) => x; }", "is virtual, so that only the run knows which method a call means; leave 'virtual' out, and take what is to differ as a layer", "CS0759")]
    [InlineData("public partial class Net { [Parametrized] static partial Tensor [|F|](Tensor x) => x; }", "has no accessibility; write 'private' or another one, which the compiler asks of partial methods", "CS0759", "CS8796")]
    [InlineData("public static partial class Net { extension(Tensor x) { [Parametrized] public static partial Tensor [|F|](long n) => zeros(n); } }", "is in an extension block, in which C# allows no partial methods; write it in the class around, as a static method", "CS0751", "CS0759")]
    [InlineData("public static class Net { extension(Tensor x) { [Parametrized] public Tensor [|F|](long n) => x * n; } }", "is in an extension block, in which C# allows no partial methods; write it in the class around, as a static method")]
    public void JXN0004_surroundings(string type, string why, params string[] fromTheCompiler) =>
        Rule.Reports("JXN0004", $"The template 'F' {why}", Source.Usings + type, fromTheCompiler);

    [Fact]
    public void JXN0004_is_satisfied_by_a_list_of_layers() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial (Tensor, Tensor[]) F(Tensor x, int n, params Layer[] layers) => (Sequential(x, layers), [x]);"));

    [Theory]
    [InlineData("F(Tensor x, Layer inner) => inner(x)")]
    [InlineData("F(Tensor x, Layer? inner = null) => inner is null ? x : inner(x)")]
    [InlineData("F(Tensor x, int n, Layer first, Layer<Tensor[], Tensor> second) => second([first(x), Dense(x, n)])")]
    [InlineData("F(Tensor x, Layer<Tensor, Tensor, (Tensor, Tensor)> cell, Layer[] layers) => Sequential(cell(x, x).Item1, layers)")]
    [InlineData("F(Tensor x, Layer unused) => x")]
    public void JXN0004_is_satisfied_by_single_layers(string signature) =>
        Rule.IsSilent(Source.InNet($"[Parametrized] public static partial Tensor {signature};"));

    [Fact]
    public void JXN0004_is_satisfied_by_interfaces_without_variance() =>
        Rule.IsSilent(Source.Usings + "public partial interface INet<T> { [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3); }");

    [Theory]
    [InlineData("return G(x, new { N = 3 });", "<anonymous type: int N>")]
    [InlineData("return G(x, new[] { (new { N = 3 }, 1) });", "<anonymous type: int N>")]
    [InlineData("Tensor L<T>(T y) => G<T>(x); return L(3);", "T")]
    public void JXN0004_types_without_a_name(string body, string type) => Rule.Reports(
        "JXN0004",
        $"The template 'F' calls 'G' for the type '{type}', which has no name where parameters are declared; declare a type for it",
        Source.InNet(
            "[Parametrized] public static partial Tensor G<T>(Tensor x, T y) => Dense(x, 3); [Parametrized] public static partial Tensor G<T>(Tensor x) => Dense(x, 3);" +
            $"[Parametrized] public static partial Tensor [|F|](Tensor x) {{ {body} }}"));

    [Theory]
    [InlineData("[|Mine|].Twice(x)")]
    [InlineData("x.[|Thrice|]()")]
    [InlineData("x * new [|Mine|].Inner().N")]
    [InlineData("[|Four|](x)")]
    [InlineData("[|M|].Twice(x)")]
    public void JXN0004_file_local_types_in_a_body(string expression) => Rule.Reports(
        "JXN0004",
        "The template 'F' uses 'Mine', which is local to its file, where generated code can't reach it; leave out 'file'",
        $$"""
        using static Own.Mine; using M = Own.Mine; {{Source.Usings}}
        namespace Own;
        file static class Mine
        {
            public static Tensor Twice(Tensor x) => x * 2;
            public static Tensor Thrice(this Tensor x) => x * 3;
            public static Tensor Four(Tensor x) => x * 4;
            public sealed class Inner { public int N => 5; }
        }
        public static partial class Net
        {
            [Parametrized] public static partial Tensor F(Tensor x) => {{expression}};
            [Parametrized] public static partial Tensor G(Tensor x) => Dense(x, 3);
            public static Tensor H(Tensor x) => Four(x) + M.Thrice(x);
        }
        """);

    [Fact]
    public void JXN0004_is_satisfied_by_types_with_a_name() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial Tensor G<T>(Tensor x, T y) => Dense(x, 3); [Parametrized] public static partial Tensor F(Tensor x) => G(x, (N: 3, 4));"));

    [Fact]
    public void JXN0004_layers_beside_parameters() => Rule.Reports(
        "JXN0004",
        "The template 'F' calls its layers and has other parameters beside them; call the layers through Sequential, or in a template of their own that this one gives them to",
        Source.InNet("[Parametrized] public static partial Tensor [|F|](Tensor x, params Layer[] layers) { foreach (var layer in layers) x = layer(x); return Dense(x, 3); }"));

    [Fact]
    public void JXN0004_layers_beside_parameters_has_two_ways_out() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial Tensor F(Tensor x, params Layer[] layers) => Dense(Sequential(x, layers), 3);"));

    [Fact]
    public void JXN0004_a_language_that_is_too_old()
    {
        const string template = "[Parametrized] public static partial Tensor F(Tensor x, Layer layer, long n) => layer(Dense(x, n));";
        var run = Project.InLanguage(LanguageVersion.CSharp12, ("User.cs", Source.InNet(template))).Run();
        Assert.Equal("The template 'F' needs C# 13.0, and this project is set to C# 12.0; leave 'LangVersion' out of the project, or raise it", Assert.Single(run.Problems).GetMessage());
        Assert.DoesNotContain(run.CompilerMessages, message => message.Location.SourceTree?.FilePath != "User.cs");
        Project.InLanguage(LanguageVersion.CSharp13, ("User.cs", Source.InNet(template))).Run().AssertClean();
    }

    [Theory]
    [InlineData("using ;", "Net", "CS1001")]
    [InlineData("using using System;", "Net", "CS1041")]
    [InlineData("using A = ;", "Net", "CS1031")]
    [InlineData("using static JaxNet.;", "Net", "CS1001")]
    [InlineData("", "", "CS1001")]
    public void Mistakes_around_a_template_are_not_reported_of_generated_code(string directive, string type, string id)
    {
        var run = Project.Of(("User.cs", $"{directive} {Source.Usings} public static partial class {type} {{ [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3); }}")).Run();
        Assert.DoesNotContain(run.Problems, problem => problem.Id != "JXN0012");
        Assert.Contains(run.CompilerMessages, message => message.Id == id);
        Assert.Empty(run.CompilerMessages.Where(message => message.Location.SourceTree?.FilePath != "User.cs").Select(Run.Describe));
    }

    [Theory]
    [InlineData("Tensor F(Tensor x, int n = Missing) => Dense(x, n);", "CS0103")]
    [InlineData("Tensor F(Tensor x, int n = \"text\") => Dense(x, n);", "CS1750")]
    [InlineData("Tensor F(Tensor x, Missing? n = null) => Dense(x, 3);", "CS0246")]
    [InlineData("Tensor F(Tensor x, string n = nameof(x)) => Dense(x, 3);", "CS0103")]
    public void Mistakes_of_a_declaration_are_not_reported_of_what_calls_it(string template, string id) => Rule.IsLeftToTheCompiler(Source.InNet($$"""
        [Parametrized] public static partial {{template}}
        [Parametrized] public static partial Tensor G(Tensor x) => F(x);
        [Parametrized] public static partial Tensor H(Tensor x) => Sequential(x, G(), Dense(3)) + F(x);
        """), id, "CS0759");

    [Theory]
    [InlineData("Missing [|F|](Tensor x) => x;", "CS0246", "CS0759")]
    [InlineData("Tensor F(Tensor x, Missing y) => x;", "CS0246", "CS0759")]
    [InlineData("Tensor F(Missing x) => Dense(x, 3);", "CS0246", "CS0759")]
    [InlineData("Tensor F(Tensor x, List<Missing> y) => x;", "CS0246", "CS0759")]
    [InlineData("Tensor F(Tensor x, int n = Missing) => x;", "CS0103")]
    [InlineData("Tensor F(Tensor x, int n = \"text\") => x;", "CS1750")]
    [InlineData("Tensor F(Tensor x, int x) => x;", "CS0100")]
    [InlineData("Tensor Net(Tensor x) => x;", "CS0542")]
    [InlineData("Tensor F(Tensor x) => x; [Parametrized] public static partial Tensor F(Tensor y) => y;", "CS0757")]
    [InlineData("Tensor F(Tensor x) => x; public static int F(Tensor y) => 3;", "CS0111")]
    [InlineData("Tensor F(Tensor x, params int y) => x;", "CS0225")]
    [InlineData("Tensor F(Tensor x, int y = 3, int z) => x;", "CS1737")]
    [InlineData("Tensor F(Tensor x, ) => x;", "CS1001", "CS1031")]
    [InlineData("Tensor F(Tensor x => x;", "CS1026")]
    [InlineData("Tensor (Tensor x) => x;")]
    [InlineData("Tensor F(Tensor x)")]
    [InlineData("Tensor F")]
    public void Mistakes_that_the_compiler_reports_are_left_to_it(string template, params string[] ids)
    {
        var run = Project.Of(("User.cs", Source.InNet("[Parametrized] public static partial " + template.Replace("[|", "").Replace("|]", "")))).Run();
        Assert.Empty(run.Problems.Select(problem => problem.ToString()));
        Assert.Empty(run.CompilerMessages.Where(message => message.Location.SourceTree?.FilePath != "User.cs").Select(Run.Describe));
        Assert.NotEmpty(run.CompilerMessages);
        Assert.All(ids, id => Assert.Contains(id, run.CompilerMessages.Select(message => message.Id)));
    }
}

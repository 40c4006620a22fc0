using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0007 and JXN0008: templates that do not go together.</summary>
public sealed class GraphRuleTests
{
    [Fact]
    public void JXN0007_direct() => Rule.Reports(
        "JXN0007",
        "The template 'F' calls itself through 'Net.F', so that its parameters would have no end; write the repetition as a template with a list of layers",
        Source.InNet("[Parametrized] public static partial Tensor [|F|](Tensor x, long n) => Dense(F(x, n - 1), n);"));

    [Theory]
    [InlineData("Sequential(x, F(n))")]
    [InlineData("Sequential(x, Relu, Sequential(F(n)))")]
    public void JXN0007_as_a_layer(string call) => Rule.Reports(
        "JXN0007",
        "The template 'F' calls itself through 'Net.F', so that its parameters would have no end; write the repetition as a template with a list of layers",
        Source.InNet($"[Parametrized] public static partial Tensor [|F|](Tensor x, long n) => {call};"));

    [Fact]
    public void JXN0007_through_a_local() => Rule.Reports(
        "JXN0007",
        "The template 'F' calls itself through 'Net.F', so that its parameters would have no end; write the repetition as a template with a list of layers",
        Source.InNet("[Parametrized] public static partial Tensor [|F|](Tensor x, long n) { Layer f = F(n - 1); return f(x); }"));

    [Fact]
    public void JXN0007_mutual() => Rule.ReportsEach("JXN0007", Source.InNet("""
        [Parametrized] public static partial Tensor [|F|](Tensor x) => G(x);
        [Parametrized] public static partial Tensor [|G|](Tensor x) => H(x);
        [Parametrized] public static partial Tensor [|H|](Tensor x) => F(x);
        [Parametrized] public static partial Tensor Outside(Tensor x) => F(x);
        """));

    [Fact]
    public void JXN0007_in_two_files()
    {
        var run = Project.Of(
            ("A.cs", Source.InNet("[Parametrized] public static partial Tensor F(Tensor x) => Dense(G(x), 3);")),
            ("B.cs", Source.InNet("[Parametrized] public static partial Tensor G(Tensor x) => Dense(F(x), 3);"))).Run().AssertCompiles();
        Assert.Equal(
            [
                "The template 'F' calls itself through 'Net.G', so that its parameters would have no end; write the repetition as a template with a list of layers",
                "The template 'G' calls itself through 'Net.F', so that its parameters would have no end; write the repetition as a template with a list of layers",
            ],
            run.Problems.Select(problem => problem.GetMessage()).Order());
    }

    [Theory]
    [InlineData("x.shape[0] == 1 ? Dense(x, 3) : F(x[..1])")]
    [InlineData("x.shape[0] == 1 ? Dense(x, 3) : Sequential(x, Relu, F)")]
    [InlineData("x.shape[0] == 1 ? Dense(x, 3) : Then(x[..1], 3)")]
    public void JXN0007_under_a_condition_without_hyperparameters(string body) => Rule.Reports(
        "JXN0007",
        $"The template 'F' calls itself through 'Net.{(body.Contains("Then") ? "Then" : "F")}', but has no hyperparameters and so is one module, which cannot be a part of itself; give it a hyperparameter",
        Source.InNet($"""
            [Parametrized] public static partial Tensor [|F|](Tensor x) => {body};
            [Parametrized] public static partial Tensor Then(Tensor x, long n) => Dense(F(x), n);
            """));

    [Fact]
    public void JXN0007_is_silent_of_one_module_without_parameters() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial Tensor F(Tensor x) => x.shape[0] == 1 ? x : F(x[1..]);"));

    [Fact]
    public void JXN0007_is_silent_where_a_hyperparameter_on_the_way_may_end_it() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor x) => x.shape[0] == 1 ? Dense(x, 3) : Then(x, 1);
        [Parametrized] public static partial Tensor Then(Tensor x, long n) => n == 1 ? Dense(x, 3) : F(x);
        """));

    [Fact]
    public void JXN0007_is_silent_where_a_condition_ends_it() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial Tensor F(Tensor x, long n) => n == 0 ? x : F(Dense(x, 3), n - 1);"));

    [Fact]
    public void JXN0007_is_silent_of_one_template_called_twice() => Rule.IsSilent(Source.InNet("""
        [Parametrized] public static partial Tensor F(Tensor x) => Dense(Dense(x, 3), 3);
        [Parametrized] public static partial Tensor G(Tensor x) => F(F(x));
        """));

    [Theory]
    [InlineData("public sealed class FParams { }", "FParams")]
    [InlineData("public static int FModule => 3;", "FModule")]
    [InlineData("private static void FBuilder() { }", "FBuilder")]
    [InlineData("public const int FInit = 3;", "FInit")]
    [InlineData("public delegate void FApply();", "FApply")]
    public void JXN0008_taken_by_the_user(string member, string name) => Rule.Reports(
        "JXN0008",
        $"The template 'F' needs the name '{name}', which 'Net' already has for something else; rename one of the two",
        Source.InNet($"{member} [Parametrized] public static partial Tensor [|F|](Tensor x, long n) => Dense(x, n);"),
        "CS0759");

    [Theory]
    [InlineData("(Tensor x, long FInit) => Dense(x, FInit)", "FInit")]
    [InlineData("(Tensor FModule) => Dense(FModule, 3)", "FModule")]
    [InlineData("<FParams>(Tensor x, long n) => Dense(x, n)", "FParams")]
    public void JXN0008_taken_by_the_template(string template, string name) => Rule.Reports(
        "JXN0008",
        $"The template 'F' needs the name '{name}', which 'F' already has for something else; rename one of the two",
        Source.InNet($"[Parametrized] public static partial Tensor [|F|]{template};"),
        "CS0759");

    [Fact]
    public void JXN0008_state_taken_by_the_user() => Rule.Reports(
        "JXN0008",
        "The template 'F' needs the name 'FState', which 'Net' already has for something else; rename one of the two",
        Source.InNet("""
            public sealed class FState { }
            [Parametrized] public static partial Tensor G(Tensor x, long n) => x - State(zeros(3), "mean").Value;
            [Parametrized] public static partial Tensor [|F|](Tensor x, long n) => G(x, n);
            """));

    [Fact]
    public void JXN0008_is_silent_of_a_state_that_is_not_needed() => Rule.IsSilent(
        Source.InNet("public sealed class FState { } [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);"));

    [Theory]
    [InlineData("FParams", "FParams")]
    [InlineData("FModule", "FModule")]
    [InlineData("FBuilder", "FBuilder")]
    [InlineData("FInit", "FInit")]
    [InlineData("FApply", "FApply")]
    [InlineData("Net<FParams>", "FParams")]
    public void JXN0008_taken_by_the_type_around(string type, string name) => Rule.Reports(
        "JXN0008",
        $"The template 'F' needs the name '{name}', which '{type.Split('<')[0]}' already has for something else; rename one of the two",
        Source.Usings + $"public static partial class {type} {{ [Parametrized] public static partial Tensor [|F|](Tensor x, long n) => Dense(x, n); }}",
        "CS0759");

    [Fact]
    public void JXN0008_state_taken_by_the_type_around() => Rule.Reports(
        "JXN0008",
        "The template 'F' needs the name 'FState', which 'FState' already has for something else; rename one of the two",
        Source.Usings + "public static partial class FState { [Parametrized] public static partial Tensor [|F|](Tensor x, long n) => x - State(zeros(3), \"mean\").Value; }");

    /// <summary>What the class means by the name would become what is generated.</summary>
    [Theory]
    [InlineData("public sealed record FParams(int A);", "[Parametrized] public static partial Tensor [|F|](Tensor x, FParams p) => Dense(x, p.A);", "FParams", "Aa")]
    [InlineData("public sealed record FState(int A);", "[Parametrized] public static partial Tensor [|F|](Tensor x, FState p) => Dense(x, p.A) - State(zeros(3), \"mean\").Value;", "FState", "Aa")]
    [InlineData("public sealed record FModule(int A);", "private static int A => new FModule(3).A; [Parametrized] public static partial Tensor [|F|](Tensor x) => Dense(x, A);", "FModule", "Aa")]
    [InlineData("public static class FBuilder { public const int A = 3; }", "[Parametrized] public static partial Tensor [|F|](Tensor x) => Dense(x, FBuilder.A);", "FBuilder", "Aa")]
    [InlineData("public static class Own { public sealed record FParams(int A); }", "[Parametrized] public static partial Tensor [|F|](Tensor x) => Dense(x, new FParams(3).A);", "FParams", "Aa.Own")]
    [InlineData("public static class Own { public static long FApply() => 3; }", "[Parametrized] public static partial Tensor [|F|](Tensor x) => Dense(x, FApply());", "FApply", "Aa.Own")]
    [InlineData("public sealed record FParams<T>(T A);", "[Parametrized] public static partial Tensor [|F|](Tensor x, Layer inner, FParams<int> p) => inner(Dense(x, p.A));", "FParams", "Aa")]
    public void JXN0008_taken_outside(string type, string members, string name, string owner)
    {
        var run = Project.Of(("User.cs", $"using static Aa.Own; {Source.Usings}namespace Aa; {(type.Contains("Own") ? type : type + " public static class Own;")} public static partial class Net {{ {members.Replace("[|", "").Replace("|]", "")} }}")).Run();
        var problem = Assert.Single(run.Problems);
        Assert.Equal(("JXN0008", $"The template 'F' needs the name '{name}', which '{owner}' already has for something else; rename one of the two"), (problem.Id, problem.GetMessage()));
    }

    [Fact]
    public void JXN0008_taken_outside_and_named_in_another_part()
    {
        var run = Project.Of(
            ("A.cs", Source.InNet("[Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3);")),
            ("B.cs", "public sealed record FParams(int A); public static partial class Net { public static int AOf(FParams p) => p.A; }")).Run();
        Assert.Equal("JXN0008", Assert.Single(run.Problems).Id);
    }

    [Theory]
    [InlineData("public static FParams Same(FParams p) => p;", "public static class Own { public sealed record FParams(int A); }")]
    [InlineData("public static int A(Own.FParams p) => p.A;", "public static class Own { public sealed record FParams(int A); }")]
    [InlineData("public static int A() => 3;", "public sealed record FParams(int A);")]
    [InlineData("public static int A(FParams<int> p) => p.A;", "public sealed record FParams<T>(T A);")]
    [InlineData("public static FParams Same(FParams p) => p;", "public static partial class Own { [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3); } namespace More { using static Own; public static partial class Net { [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3); public static FParams Same(FParams p) => p; } }")]
    public void JXN0008_is_silent_of_names_outside_that_mean_something_else(string member, string outside) => Rule.IsSilent(
        Source.InNet($"{member} [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, 3);") + outside);

    /// <summary>JaxNet's own layers are in sight by their <c>using static</c>.</summary>
    [Fact]
    public void JXN0008_is_silent_of_a_template_that_another_assembly_has_too() => Rule.IsSilent(Source.InNet(
        "[Parametrized] public static partial Tensor Dense(Tensor x) => Layers.Dense(x, 3); public static DenseParams Same(DenseParams p) => p;"));

    [Fact]
    public void JXN0008_comes_and_goes_with_an_edit_in_a_body()
    {
        var project = Project.Of(("A.cs", Source.InNet(
            "public static int A() { return 3; } [Parametrized] public static partial Tensor F(Tensor x) => Dense(x, A());") + "public static class FBuilder { public const int A = 3; }"));
        Assert.Empty(project.Run().AssertClean().Problems);
        Assert.Equal("JXN0008", Assert.Single(project.Edit("A.cs", "return 3", "return FBuilder.A").Run().Problems).Id);
        Assert.Empty(project.Edit("A.cs", "return FBuilder.A", "return 3").Run().AssertClean().Problems);
    }

    [Fact]
    public void JXN0008_factory_taken_by_the_user() => Rule.Reports(
        "JXN0008",
        "The template 'F' needs the name 'F(long)', which 'Net' already has for something else; rename one of the two",
        Source.InNet("public static int F(long width) => 3; [Parametrized] public static partial Tensor [|F|](Tensor x, long n) => Dense(x, n);"),
        "CS0759");

    [Theory]
    [InlineData("Tensor F(Tensor x, long n) => Dense(x, n)", "Tensor [|F|](Tensor x, Tensor y, long n) => Dense(x + y, n)", "F(long)")]
    [InlineData("Tensor F(Tensor x) => x", "Tensor [|F|](Tensor x, Tensor y) => x + y", "F()")]
    [InlineData("Tensor F(Tensor x, (long A, long B) s) => x", "Tensor [|F|](Tensor x, Tensor y, (long C, long D) s) => x + y", "F((long C, long D))")]
    [InlineData("Tensor F(Tensor x, List<object> s) => x", "Tensor [|F|](Tensor x, Tensor y, List<dynamic> s) => x + y", "F(List<dynamic>)")]
    public void JXN0008_factory_of_two_overloads(string first, string second, string name) => Rule.Reports(
        "JXN0008",
        $"The template 'F' needs the name '{name}', which 'Net' already has for something else; rename one of the two",
        Source.InNet($"[Parametrized] public static partial {first}; [Parametrized] public static partial {second};"),
        "CS0759");

    [Fact]
    public void JXN0008_name_of_another_template() => Rule.Reports(
        "JXN0008",
        "The template 'F' needs the name 'FParams', which 'Net' already has for something else; rename one of the two",
        Source.InNet("[Parametrized] public static partial Tensor [|F|](Tensor x) => x; [Parametrized] public static partial Tensor FParams(Tensor x) => x;"),
        "CS0759");

    [Fact]
    public void JXN0008_is_silent_of_other_members() => Rule.IsSilent(Source.InNet(
        "public static int F(string text) => 3; private static int FInitial => 3; [Parametrized] public static partial Tensor F(Tensor x, long n) => Dense(x, n);"));

    [Theory]
    [InlineData("private static partial class Inner { [Parametrized] public static partial Tensor Hidden(Tensor x, int n = 3) => Dense(x, n); }", "Inner.Hidden(x)")]
    [InlineData("private enum Padding { Same } [Parametrized] private static partial Tensor Hidden(Tensor x, Padding p) => Dense(x, 3);", "Hidden(x, Padding.Same)")]
    public void JXN0004_part_of_a_private_template_that_is_out_of_reach(string hidden, string call)
    {
        var source = Source.InNet($"{hidden} [Parametrized] private static partial Tensor [|F|](Tensor x) => {call};");
        Rule.Reports(
            "JXN0004",
            "The template 'F' is private, but what is generated for it is internal, and cannot have parameters of 'Hidden' as a part; make 'Hidden', the types in its signature and the types around it internal",
            source);
        Rule.IsSilent(source.Replace("[|F|]", "F").Replace("private enum", "internal enum").Replace("private static partial class", "internal static partial class"));
    }

    [Fact]
    public void JXN0004_part_that_is_out_of_reach() => Rule.Reports(
        "JXN0004",
        "The template 'Seen' is more accessible than 'Hidden', whose parameters become part of its own; make 'Hidden' or the type around it internal",
        Source.InNet("private static partial class Inner { [Parametrized] public static partial Tensor Hidden(Tensor x) => Dense(x, 3); } [Parametrized] public static partial Tensor [|Seen|](Tensor x) => Inner.Hidden(x);"));
}

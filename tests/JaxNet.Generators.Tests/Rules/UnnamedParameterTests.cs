using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>JXN0011: parameters without a name, and the fix that names them after their variables.</summary>
public sealed class UnnamedParameterTests
{
    private const string One = "Initializers.Ones()";

    [Fact]
    public void JXN0011_says_which_name()
    {
        var marked = Marked.Parse(Source.Body($"var kernel = [|Parameter([3], {One})|];\nreturn x * kernel + [|Parameter([], {One})|];"));
        var problems = Project.Of(("User.cs", marked.Text)).Run().Problems.OrderBy(problem => problem.Location.SourceSpan.Start).ToList();
        Assert.Equal(marked.Spans, problems.Select(problem => problem.Location.SourceSpan));
        Assert.Equal(
            [
                "The template 'F' has 2 parameters without a name; this one becomes 'Parameter0', which changes as soon as another stands before it, so give it a name, such as \"kernel\"",
                "The template 'F' has 2 parameters without a name; this one becomes 'Parameter1', which changes as soon as another stands before it, so give it a name, such as \"kernel\"",
            ],
            problems.Select(problem => problem.GetMessage()));
    }

    [Theory]
    [InlineData("var a = [|Parameter([], Initializers.Ones())|]; Tensor b; b = [|Parameter([], Initializers.Ones())|]; return x * a * b;")]
    [InlineData("var a = [|State(zeros(3))|]; var b = [|State(zeros(3))|]; a.Value = x; b.Value = x; return x;")]
    [InlineData("return x.dim() > 1 ? [|Parameter([3], Initializers.Ones())|] : [|Parameter(key => key.Normal([3]), name: null)|];")]
    public void JXN0011_wherever_they_stand(string statements) => Rule.ReportsEach("JXN0011", Source.Body(statements));

    [Theory]
    [InlineData("return x * Parameter([], Initializers.Ones());")]
    [InlineData("return x * Parameter([], Initializers.Ones()) + State(ones(3)).Value;")]
    [InlineData("return x * Parameter([], Initializers.Ones()) + Parameter([], Initializers.Ones(), \"bias\");")]
    [InlineData("for (var i = 0; i < 3; i++) x = x * Parameter([], Initializers.Ones()); return x;")]
    public void JXN0011_is_silent_of_one(string statements) => Rule.IsSilent(Source.Body(statements));

    [Theory]
    [InlineData("var a = Parameter([3], I); var b = Parameter([3], I);", "var a = Parameter([3], I, \"a\"); var b = Parameter([3], I);")]
    [InlineData("Tensor a; a = (Parameter(init: I, shape: [3])); var b = Parameter([3], I);", "Tensor a; a = (Parameter(init: I, shape: [3], name: \"a\")); var b = Parameter([3], I);")]
    [InlineData("var a = State(zeros(3)); var b = State(ones(3)); var c = Parameter([3], I); a.Value = b.Value;", "var a = State(zeros(3), \"a\"); var b = State(ones(3)); var c = Parameter([3], I); a.Value = b.Value;")]
    [InlineData("var a = Parameter([3], I, null); var b = Parameter([3], I);", "var a = Parameter([3], I, \"a\"); var b = Parameter([3], I);")]
    [InlineData("var a = Parameter(k => k.Normal([3]), name: null); var b = Parameter([3], I);", "var a = Parameter(k => k.Normal([3]), name: \"a\"); var b = Parameter([3], I);")]
    [InlineData("var a = Parameter(k => k.Normal([3])); var b = Parameter([3], I);", "var a = Parameter(k => k.Normal([3]), \"a\"); var b = Parameter([3], I);")]
    [InlineData("var a = Parameter([3], I); var b = Parameter([3], I); var c = Parameter([3], I, \"a\");", "var a = Parameter([3], I, \"a2\"); var b = Parameter([3], I); var c = Parameter([3], I, \"a\");")]
    public void The_fix_writes_the_variables_name(string before, string after) =>
        Assert.Equal(WithInitializer(after), Editor.Fix("JXN0011", WithInitializer(before)));

    [Fact]
    public void Nothing_is_offered_without_a_variable() =>
        Editor.OffersNothing("JXN0011", Source.Body($"return x * Parameter([], {One}) * Parameter([3], {One});"));

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Solution, 2)]
    public void All_can_be_fixed_at_once(FixAllScope scope, int files)
    {
        const string Before = "var a = Parameter([3], I); var b = Parameter([3], I); if (x.dim() > 1) { Tensor c; c = Parameter([3], I); } else { var c = Parameter([4], I); }";
        const string After = "var a = Parameter([3], I, \"a\"); var b = Parameter([3], I, \"b\"); if (x.dim() > 1) { Tensor c; c = Parameter([3], I, \"c\"); } else { var c = Parameter([4], I, \"c2\"); }";
        var other = WithInitializer(Before).Replace("class Net", "class Other");
        using var editor = Editor.Open(("User.cs", WithInitializer(Before)), ("Other.cs", other));
        editor.FixAll("JXN0011", scope);
        Assert.Equal(WithInitializer(After), editor.Text("User.cs"));
        Assert.Equal(files == 1 ? other : WithInitializer(After).Replace("class Net", "class Other"), editor.Text("Other.cs"));
    }

    private static string WithInitializer(string statements) =>
        Source.InNet("private static Initializer I => Initializers.Ones();\n" + Source.Template(statements + "\nreturn x;"));
}

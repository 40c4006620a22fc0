using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>Bodies that have an error where the generator sees them, and none in the end; and such whose error only comes from what isn't there yet.</summary>
public sealed class UnreadBodyTests
{
    private const string Rest = "public static partial class Net { public static int Width => 3; }\n";

    [Theory]
    [InlineData("return Dense(x, [|Width|]);", "CS0103: The name 'Width' does not exist in the current context")]
    [InlineData("return Dense(x, [|Net.Width|]);", "CS0117: 'Net' does not contain a definition for 'Width'")]
    public void JXN0004_code_of_another_generator(string statements, string error)
    {
        var marked = Marked.Parse(Source.Body(statements));
        var project = Driver.Project.Of(("User.cs", marked.Text));
        project.Generate(out var alone);
        Assert.Empty(Driver.RuleSet.Of(alone));

        var final = alone.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Rest, Driver.Project.ParseOptions, "Other.g.cs"));
        Assert.Empty(final.GetDiagnostics().Where(problem => problem is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }));
        var problem = Assert.Single(Driver.RuleSet.Of(final));
        Assert.Equal("JXN0004", problem.Id);
        Assert.Equal(
            $"The template 'F' has a body that JaxNet could not read ({error}): it does not see the code of other generators; put what needs that into a method of its own, or take its value as a hyperparameter",
            problem.GetMessage());
        Assert.Equal("F", marked.Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("var (p, s) = new NormModule().InitWithState(new Key(0), x); return x + s.Mean;")]
    [InlineData("var (p, s) = Norm().InitWithState(new Key(0), x); NormState t = s; return x + t.Mean;")]
    [InlineData("var (p, s) = Norm().InitWithState(new Key(0), x); Net.NormState t = s; (var y, s) = Norm().Apply(p, s, x); return y + t.Mean + s.Mean;")]
    [InlineData("var (p, s) = Pair(3).InitWithState(new Key(0), x, x); (var y, s) = Pair(3).Apply(p, s, x, x); return y + s.Mean;")]
    [InlineData("var (p, s) = Norm().InitWithState(new Key(0), x); s = s with { Mean = x }; return x + s.Mean;")]
    [InlineData("CombineParams c = Combine(Dense(3), Relu).Init(new Key(0), x); return x * c.Count + Tree.Leaves(c[0])[0].sum();")]
    [InlineData("Net.CombineParams c = Combine(Dense(3), Relu).Init(new Key(0), x); return x + Tree.Leaves(c[\"dense\"])[0].sum();")]
    [InlineData("BlockParams.SequentialLayers s = Block().Init(new Key(0), x).Sequential; return x + s.Dense.Kernel.sum();")]
    public void Members_of_generated_types_are_there_in_the_end(string statements) => Rule.IsSilent(Source.InNet($$"""
        #pragma warning disable IDE0059
        [Parametrized] public static partial Tensor Norm(Tensor x) => x - State(zeros(3), "mean").Value;
        [Parametrized] public static partial Tensor Pair(Tensor x, Tensor y, long n) => x - y - State(zeros(n), "mean").Value;
        [Parametrized] public static partial Tensor Combine(Tensor x, params Layer[] layers) { foreach (var layer in layers) x = layer(x); return x; }
        [Parametrized] public static partial Tensor Block(Tensor x) => Sequential(x, Dense(3), Relu);
        {{Source.Template(statements)}}
        """));
}

using JaxNet.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Tests.Rules;

/// <summary>Each rule can be silenced, or be given another severity, whether the generator or an analyzer reports it.</summary>
public sealed class SuppressionTests
{
    private const string Lambda = "Func<Tensor, Tensor> f = y => Dense(y, 3);\n";
    private const string Unnamed = "var a = Parameter([], Initializers.Ones()); var b = Parameter([], Initializers.Ones());\n";

    [Theory]
    [InlineData("JXN0003", Lambda)]
    [InlineData("JXN0011", Unnamed)]
    public void Pragma(string id, string statements)
    {
        Assert.Contains(id, Ids(Source.Body(statements + "return x;")));
        Assert.Empty(Ids(Source.Body($"#pragma warning disable {id}\n{statements}#pragma warning restore {id}\nreturn x;")));
    }

    [Theory]
    [InlineData("JXN0003", Lambda)]
    [InlineData("JXN0011", Unnamed)]
    public void Editor_config(string id, string statements)
    {
        Assert.Equal(DiagnosticSeverity.Info, Configured("suggestion")[0].Severity);
        Assert.Empty(Configured("none"));

        IReadOnlyList<Diagnostic> Configured(string severity) => Project.Of(("User.cs", Source.Body(statements + "return x;")))
            .Configure($"[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n").Run().Problems;
    }

    private static IEnumerable<string> Ids(string source) => Project.Of(("User.cs", source)).Run().Problems.Select(problem => problem.Id);
}

using JaxNet.Generators.Tests.Driver;

namespace JaxNet.Generators.Tests.Robustness;

/// <summary>Code on which the C# compiler itself fails, without any generator: here a delegate that leaves its parameters out, in a lambda whose type is inferred.</summary>
public sealed class CompilerFailureTests
{
    [Fact]
    public void Other_templates_are_compiled()
    {
        var result = Project.Of(("Net.cs", Source.InNet("""
            [Parametrized] public static partial Tensor Fails(Tensor x) => Scan((carry, y) => (carry + y, Called(x, delegate { return x; })), x, x).Outputs;
            [Parametrized] public static partial Tensor Works(Tensor x) => Dense(x, 3);
            private static Tensor Called(Tensor x, Func<Tensor, Tensor> f) => f(x);
            """))).Generate(out _);

        Assert.Null(result.Exception);
        Assert.Equal("JXN0004", Assert.Single(result.Diagnostics).Id);
        Assert.StartsWith("The template 'Fails' has a body on which the C# compiler itself fails ('", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
        Assert.Contains("WorksParams", string.Concat(result.GeneratedSources.Select(source => source.SourceText)), StringComparison.Ordinal);
    }
}

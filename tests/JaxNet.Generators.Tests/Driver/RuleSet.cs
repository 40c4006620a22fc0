using System.Collections.Immutable;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>The rules that analyzers report.</summary>
internal static class RuleSet
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RuleAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What they have to say, an exception of theirs included.</summary>
    public static IReadOnlyList<Diagnostic> Of(Compilation compilation) =>
        [.. compilation.WithAnalyzers(All).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Where(problem => !problem.IsSuppressed)];
}

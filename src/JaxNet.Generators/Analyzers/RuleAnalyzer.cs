using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// What the rules have in common that read final code, as opposed to those that the generator reports: they look at
/// what the user wrote, and at no project that doesn't know JaxNet.
/// </summary>
internal abstract class RuleAnalyzer(params DiagnosticDescriptor[] rules) : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. rules];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("JaxNet.ParametrizedAttribute") is not null)
                Register(start);
        });
    }

    protected abstract void Register(CompilationStartAnalysisContext context);
}

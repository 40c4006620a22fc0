using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// Silences CS1066 on templates: the compiler finds the default values on the user's part of the method useless,
/// but they are where the generated part has its own from.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TemplateWarningSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_defaults = new(
        "JXNS001", "CS1066", "The default values of a template are those of the declaration that JaxNet generates.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_defaults];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var method = diagnostic.Location.SourceTree?.GetRoot(context.CancellationToken)
                .FindNode(diagnostic.Location.SourceSpan)
                .FirstAncestorOrSelf<MethodDeclarationSyntax>();

            if (method is not null && Reading.TemplateSyntax.IsTemplate(method))
                context.ReportSuppression(Suppression.Create(s_defaults, diagnostic));
        }
    }
}

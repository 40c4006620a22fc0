using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JaxNet.Generators.Analyzers;

/// <summary>
/// JXN0004 for a body that compiles, but not where the generator sees it: with code of another generator in it. The compiled functions only throw then,
/// and nobody else would say so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnreadBodies() : RuleAnalyzer(Diagnostics.UnsupportedSignature)
{
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSemanticModelAction(Analyze);

    private static void Analyze(SemanticModelAnalysisContext context)
    {
        var model = context.SemanticModel;
        foreach (var template in TemplateSyntax.FindIn(model.SyntaxTree.GetRoot(context.CancellationToken)))
        {
            if (model.GetDeclaredSymbol(template, context.CancellationToken) is IMethodSymbol symbol && Templates.ErrorOf(symbol) is { } error &&
                !model.GetDiagnostics(template.Span, context.CancellationToken).Any(problem => problem is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Diagnostics.UnsupportedSignature,
                    template.Identifier.GetLocation(),
                    symbol.Name,
                    $"has a body that JaxNet could not read ({error.TrimEnd('.')}): it does not see the code of other generators; put what needs that into a method of its own, or take its value as a hyperparameter"));
            }
        }
    }
}

using System.Threading;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// JXN0012 for what would be a template, if it had its attribute: the compiler misses the other part of a partial method. A build ends with that, before
/// any analyzer says a word, and so the generator does.
/// </summary>
internal static class ForgottenAttributes
{
    public static IEnumerable<DiagnosticInfo> In(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var candidates = FileSurfaces.Of(tree, cancellation).Unattributed;
            if (candidates.Count == 0)
                continue;

            var model = compilation.GetSemanticModel(tree);
            foreach (var method in candidates)
            {
                if (IsWithoutOtherPart(model.GetDeclaredSymbol(method, cancellation)) && FirstCall(method, model, cancellation) is var (call, where))
                {
                    yield return DiagnosticInfo.At(
                        call, Diagnostics.OutsideOfTemplate, Excerpt.Of(call), where, $"write [Parametrized] above '{method.Identifier.ValueText}', of which JaxNet then writes the other part");
                }
            }
        }
    }

    /// <summary>Whether code belongs to such a method, of which everything else has to wait.</summary>
    public static bool Contain(SyntaxNode node, ISymbol containing) =>
        IsWithoutOtherPart(containing) && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && IsCandidate(method);

    public static bool IsCandidate(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PartialKeyword) && ((SyntaxNode?)method.Body ?? method.ExpressionBody) is not null && !TemplateSyntax.IsTemplate(method);

    private static bool IsWithoutOtherPart(ISymbol? symbol) => symbol is IMethodSymbol { IsPartialDefinition: false, PartialDefinitionPart: null };

    private static (InvocationExpressionSyntax Call, string Where)? FirstCall(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: true } called)
                continue;

            if (Templates.IsTemplate(called))
                return (call, OutsideOfTemplate.NoParameters);

            if (Templates.IsPrimitive(called))
                return (call, OutsideOfTemplate.NoAnswer);
        }

        return null;
    }
}

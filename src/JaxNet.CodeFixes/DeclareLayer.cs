using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0013: declares the local that is called as a <c>Layer</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class DeclareLayer() : RuleFix("JXN0013")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not ILocalSymbol local ||
            local.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).FirstOrDefault()
                is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } ||
            model.GetEnclosingSymbol(node.SpanStart, cancellation) is not { } place ||
            !IsInTemplate(place) ||
            model.Compilation.GetTypeByMetadataName("JaxNet.Layer") is not { } layer ||
            !model.Compilation.ClassifyConversion(local.Type, layer).IsImplicit)
        {
            return null;
        }

        var type = SyntaxFactory.ParseTypeName(layer.ToMinimalDisplayString(model, declaration.SpanStart));
        return new($"Declare '{local.Name}' as a Layer", declaration.Type, type.WithTriviaFrom(declaration.Type));
    }

    private static bool IsInTemplate(ISymbol place)
    {
        for (var symbol = place; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if (Generators.Analyzers.Templates.IsTemplate(symbol))
                return true;
        }

        return false;
    }
}

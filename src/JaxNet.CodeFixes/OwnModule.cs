using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0017: writes <c>new BlockModule()</c> for <c>Block()</c> or <c>Block</c>, which has parameters of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class OwnModule() : RuleFix("JXN0017")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var call = node is ArgumentSyntax argument ? argument.Expression : node;
        if (call is not ExpressionSyntax layer || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || ModuleOf(layer, method) is not { } module)
            return null;

        var text = $"new {module.ToMinimalDisplayString(model, layer.SpanStart)}()";
        return new($"Write '{text}'", layer, SyntaxFactory.ParseExpression(text).WithTriviaFrom(layer));
    }

    /// <summary>The module that a factory makes, or that a template's name stands for; null for a call in place.</summary>
    private static ITypeSymbol? ModuleOf(ExpressionSyntax layer, IMethodSymbol method)
    {
        if (layer is InvocationExpressionSyntax)
            return Templates.OfFactory(method) is null ? null : method.ReturnType;

        var module = method.ContainingType.GetTypeMembers(Templates.PrefixOf(method) + "Module", method.Arity).FirstOrDefault();
        return method.Arity == 0 ? module : module?.Construct([.. method.TypeArguments]);
    }
}

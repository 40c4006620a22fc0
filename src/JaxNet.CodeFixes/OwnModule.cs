using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0017: writes <c>new BlockModule()</c> for <c>Block()</c>, which has parameters of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class OwnModule() : RuleFix("JXN0017")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var call = node is ArgumentSyntax argument ? argument.Expression : node;
        if (call is not InvocationExpressionSyntax factory ||
            model.GetSymbolInfo(factory, cancellation).Symbol is not IMethodSymbol { ReturnType: { } module } method ||
            Templates.OfFactory(method) is null)
        {
            return null;
        }

        var text = $"new {module.ToMinimalDisplayString(model, factory.SpanStart)}()";
        return new($"Write '{text}'", factory, SyntaxFactory.ParseExpression(text).WithTriviaFrom(factory));
    }
}

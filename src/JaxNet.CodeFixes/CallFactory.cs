using System.Composition;
using System.Threading;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static JaxNet.Generators.Analyzers.Templates;

namespace JaxNet.CodeFixes;

/// <summary>JXN0006: makes a module of a template that is named and not called, <c>Layer block = Block()</c> for <c>Layer block = Block</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class CallFactory() : RuleFix("JXN0006")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var name = node is ArgumentSyntax argument ? argument.Expression : node as ExpressionSyntax;
        if (name is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) ||
            model.GetSymbolInfo(name, cancellation).Symbol is not IMethodSymbol method ||
            !TreeTypes.IsLayer(model.GetTypeInfo(name, cancellation).ConvertedType) ||
            !IsTemplate(method) || !method.Parameters.Any(IsInput) || method.Parameters.Any(parameter => !IsInput(parameter) && !parameter.IsOptional && !parameter.IsParams))
        {
            return null;
        }

        var call = SyntaxFactory.InvocationExpression(name.WithoutTrivia());
        return new($"Write '{call}'", name, call.WithTriviaFrom(name));
    }
}

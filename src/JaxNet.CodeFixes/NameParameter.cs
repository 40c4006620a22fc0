using System.Composition;
using System.Threading;
using JaxNet.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0011: names a parameter after its variable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class NameParameter() : RuleFix("JXN0011")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(UnnamedParameters.Name, out var name) || name is null ||
            node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var arguments = call.ArgumentList.Arguments;
        var value = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));

        // There may be a null in the name's place.
        var position = method.Parameters.Length - 1;
        var old = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "name") ??
            (arguments.Count > position && arguments[position].NameColon is null ? arguments[position] : null);

        var isPositional = arguments.Count == position && arguments.All(argument => argument.NameColon is null);
        return new(
            $"Name it \"{name}\"",
            call,
            old is not null
                ? call.ReplaceNode(old.Expression, value.WithTriviaFrom(old.Expression))
                : call.WithArgumentList(call.ArgumentList.WithArguments(Append(arguments, isPositional ? SyntaxFactory.Argument(value) : Named(value)))));
    }

    private static ArgumentSyntax Named(ExpressionSyntax value) => SyntaxFactory.Argument(
        SyntaxFactory.NameColon("name").WithTrailingTrivia(SyntaxFactory.Space), default, value);

    private static SeparatedSyntaxList<ArgumentSyntax> Append(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax last) => SyntaxFactory.SeparatedList(
        arguments.Add(last),
        arguments.GetSeparators().Append(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)));
}

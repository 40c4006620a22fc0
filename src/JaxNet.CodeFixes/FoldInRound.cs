using System.Composition;
using System.Globalization;
using System.Threading;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0014: writes <c>key.FoldIn(i)</c> for a key that all rounds of a counting loop use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class FoldInRound() : RuleFix("JXN0014")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        // With a use before the loop, or with another in it, the numbers would still be the same.
        var expression = node is ArgumentSyntax argument ? argument.Expression : node as ExpressionSyntax;
        if (expression is null || model.GetTypeInfo(expression, cancellation).Type?.Name != "Key" || diagnostic.AdditionalLocations.Count > 0 || CounterOf(expression, diagnostic, model, cancellation) is not { } counter)
            return null;

        var text = $"{expression.WithoutTrivia()}.FoldIn({counter})";
        return new($"Write '{text}'", expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression));
    }

    private static string? CounterOf(SyntaxNode key, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var start = diagnostic.Properties.TryGetValue(KeyReuse.Loop, out var known) ? known : null;
        var loop = key.Ancestors().FirstOrDefault(ancestor => (RoundConditions.IsLoop(ancestor) || ancestor is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) &&
            (start is null || ancestor.SpanStart.ToString(CultureInfo.InvariantCulture) == start));

        return loop is ForStatementSyntax { Declaration.Variables: { Count: 1 } variables } &&
            model.GetDeclaredSymbol(variables[0], cancellation) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 } counter
            ? Identifier.Escape(counter.Name)
            : null;
    }
}

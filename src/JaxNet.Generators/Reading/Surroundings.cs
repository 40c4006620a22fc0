using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>What stands around an expression, as far as its text tells.</summary>
internal static class Surroundings
{
    /// <summary>The expression with all that leaves its value what it is.</summary>
    public static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (IsAround(expression.Parent))
            expression = (ExpressionSyntax)expression.Parent!;

        return expression;
    }

    /// <summary>Whether an expression leaves the module that is in it what it is.</summary>
    public static bool IsAround(SyntaxNode? node) =>
        node is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    /// <summary>Whether a larger expression is what the name stands for, and is looked at itself.</summary>
    public static bool IsPartOfName(ExpressionSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        _ => false,
    };

    /// <summary>Whether the name is called, or only its text matters.</summary>
    public static bool IsNamedOnly(ExpressionSyntax name) =>
        (name.Parent is InvocationExpressionSyntax invocation && invocation.Expression == name) ||
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };

    public static bool IsComparedWithNull(ExpressionSyntax layer) => IsComparison(Outermost(layer).Parent);

    /// <summary>Whether a node compares what is in it, and doesn't name it anew: <c>inner is { } layer</c> does.</summary>
    public static bool IsComparison(SyntaxNode? node) => node switch
    {
        IsPatternExpressionSyntax { Pattern: var pattern } => !pattern.DescendantNodesAndSelf().Any(part => part is SingleVariableDesignationSyntax),
        _ => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression },
    };

    /// <summary>Whether an expression stands in an interpolated string, with no parentheses of a call between.</summary>
    public static bool IsInText(ExpressionSyntax expression) => expression.Ancestors().TakeWhile(around => around is ExpressionSyntax or InterpolationSyntax).Any(around => around is InterpolationSyntax);

    /// <summary>Whether an expression needs parentheses where a conditional expression takes its place.</summary>
    public static bool NeedsParentheses(ExpressionSyntax expression) => expression.Parent
        is not (EqualsValueClauseSyntax or ExpressionStatementSyntax or ForStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax);
}

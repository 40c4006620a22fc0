using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Knows where a debugger can stop inside of a statement, so that these places keep their lines and columns.</summary>
internal static class SequencePoints
{
    public static bool StartsAt(SyntaxNode node) => node switch
    {
        BlockSyntax => false,
        StatementSyntax => !IsInText(node),
        ExpressionSyntax => node.Parent switch
        {
            AnonymousFunctionExpressionSyntax function => function.ExpressionBody == node,
            ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax => true,
            ForStatementSyntax => true,
            _ => false,
        } && !IsInText(node),
        _ => false,
    };

    /// <summary>No directive can stand inside of a string.</summary>
    private static bool IsInText(SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor is InterpolatedStringExpressionSyntax);
}

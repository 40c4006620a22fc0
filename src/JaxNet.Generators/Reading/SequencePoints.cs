using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Reading;

/// <summary>Knows where a debugger can stop inside of a body, so that these places keep their lines and columns.</summary>
internal static class SequencePoints
{
    /// <summary>The place where a debugger stops first in a node; null if it doesn't stop at its start.</summary>
    public static TextSpan? FirstIn(SyntaxNode node)
    {
        var first = node switch
        {
            StatementSyntax statement => FirstOf(statement),
            ExpressionSyntax expression when IsStop(expression) => expression.Span,
            VariableDeclarationSyntax { Parent: ForStatementSyntax or UsingStatementSyntax } declaration => declaration.Span,
            WhenClauseSyntax or CatchFilterClauseSyntax => node.Span,
            CatchClauseSyntax clause => UpTo(clause.CatchKeyword, clause.Declaration?.CloseParenToken ?? clause.CatchKeyword),
            _ => (TextSpan?)null,
        };

        return first is not null && !IsInText(node) ? first : null;
    }

    /// <summary>The place where a debugger stops at a token inside of a node; null if it doesn't.</summary>
    public static TextSpan? FirstIn(SyntaxToken token) => (token.Kind(), token.Parent) switch
    {
        (SyntaxKind.CloseBraceToken, BlockSyntax block) when !IsInText(block) => token.Span,
        (SyntaxKind.SwitchKeyword, SwitchExpressionSyntax choice) when !IsInText(choice) => UpTo(token, choice.CloseBraceToken),
        _ => null,
    };

    private static TextSpan FirstOf(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.OpenBraceToken.Span,
        IfStatementSyntax choice => UpTo(choice.IfKeyword, choice.CloseParenToken),
        WhileStatementSyntax loop => UpTo(loop.WhileKeyword, loop.CloseParenToken),
        SwitchStatementSyntax choice when !choice.CloseParenToken.IsKind(SyntaxKind.None) => UpTo(choice.SwitchKeyword, choice.CloseParenToken),
        LockStatementSyntax guarded => UpTo(guarded.LockKeyword, guarded.CloseParenToken),
        UsingStatementSyntax usage => UpTo(usage.UsingKeyword, usage.CloseParenToken),
        ForStatementSyntax loop => loop.ForKeyword.Span,
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.Span,
        DoStatementSyntax loop => loop.DoKeyword.Span,
        TryStatementSyntax attempt => attempt.TryKeyword.Span,
        LabeledStatementSyntax label => UpTo(label.Identifier, label.ColonToken),
        LocalFunctionStatementSyntax function => function.Identifier.Span,
        _ => statement.Span,
    };

    private static bool IsStop(ExpressionSyntax expression) => expression.Parent switch
    {
        AnonymousFunctionExpressionSyntax function => function.ExpressionBody == expression,
        ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax or ForStatementSyntax => true,
        CommonForEachStatementSyntax loop => loop.Expression == expression,
        DoStatementSyntax => true,
        _ => false,
    };

    /// <summary>No directive can stand inside of a string.</summary>
    private static bool IsInText(SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor is InterpolatedStringExpressionSyntax);

    private static TextSpan UpTo(SyntaxToken first, SyntaxToken last) => TextSpan.FromBounds(first.SpanStart, last.Span.End);
}

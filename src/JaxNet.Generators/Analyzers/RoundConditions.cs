using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Analyzers;

/// <summary>Finds what decides whether a round of a loop makes a call that stands in it.</summary>
internal static class RoundConditions
{
    /// <param name="loops">The loops around the call, the innermost first.</param>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode call, IReadOnlyList<SyntaxNode> loops)
    {
        var outermost = loops[loops.Count - 1];
        return Around(call, outermost).Concat(outermost.DescendantNodes().OfType<StatementSyntax>().Where(jump => MayPassOver(jump, call, loops)).SelectMany(jump => Around(jump, outermost)));
    }

    /// <summary>Whether a jump may lead past the call, and another round to it: what leaves the outermost loop leaves all rounds that come.</summary>
    private static bool MayPassOver(StatementSyntax jump, SyntaxNode call, IReadOnlyList<SyntaxNode> loops) => jump switch
    {
        ContinueStatementSyntax => jump.SpanStart < call.SpanStart && loops.Contains(jump.Ancestors().FirstOrDefault(IsLoop)),
        BreakStatementSyntax => loops.Take(loops.Count - 1).Contains(jump.Ancestors().FirstOrDefault(around => IsLoop(around) || around is SwitchStatementSyntax)),
        GotoStatementSyntax => jump.IsKind(SyntaxKind.GotoStatement) && jump.SpanStart < call.SpanStart,
        _ => false,
    };

    /// <summary>Whether it is a loop of any kind.</summary>
    public static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static IEnumerable<SyntaxNode> Around(SyntaxNode node, SyntaxNode loop)
    {
        for (var (child, parent) = (node, node.Parent); child != loop && parent is not null; (child, parent) = (parent, parent.Parent))
        {
            foreach (var condition in In(parent, child))
                yield return condition;
        }
    }

    private static IEnumerable<SyntaxNode> In(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        IfStatementSyntax choice when child != choice.Condition => [choice.Condition],
        ConditionalExpressionSyntax choice when child != choice.Condition => [choice.Condition],
        SwitchStatementSyntax choice when child != choice.Expression => choice.Sections.SelectMany(section => section.Labels).Prepend<SyntaxNode>(choice.Expression),
        SwitchExpressionSyntax choice when child != choice.GoverningExpression => choice.Arms.Select(arm => arm.WhenClause).OfType<SyntaxNode>().Prepend(choice.GoverningExpression),
        ConditionalAccessExpressionSyntax access when child == access.WhenNotNull => [access.Expression],
        AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && child == assignment.Right => [assignment.Left],
        BinaryExpressionSyntax binary when child == binary.Right && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression => [binary.Left],
        _ => [],
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells whether a node of a body runs exactly once each time that the body does.</summary>
internal sealed class Placement
{
    private readonly SyntaxNode _body;
    private readonly int _firstConditionalExit;

    public Placement(SyntaxNode body)
    {
        _body = body;
        _firstConditionalExit = body.DescendantNodes()
            .Where(node => node is ReturnStatementSyntax or GotoStatementSyntax && ObstacleAround(node) is { InFunction: false })
            .Select(node => node.SpanStart)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
    }

    /// <summary>Why a node doesn't run exactly once: where it stands, and what to write instead. Null if it does.</summary>
    public Obstacle? ObstacleTo(SyntaxNode node) =>
        ObstacleAround(node) ?? (node.SpanStart > _firstConditionalExit
            ? new("behind a return that is taken under a condition", "call it before that, or put the condition into a template of its own")
            : null);

    private Obstacle? ObstacleAround(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); child != _body && parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (ObstacleIn(parent, child) is { } obstacle)
                return obstacle;
        }

        return null;
    }

    private static Obstacle? ObstacleIn(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        AnonymousFunctionExpressionSyntax => InFunction("in a lambda"),
        LocalFunctionStatementSyntax => InFunction("in a local function"),
        QueryExpressionSyntax => InFunction("in a query"),
        ForEachStatementSyntax loop when child != loop.Expression => InLoop,
        ForEachVariableStatementSyntax loop when child != loop.Expression => InLoop,
        ForStatementSyntax loop when child != loop.Declaration && !loop.Initializers.Contains(child) => InLoop,
        WhileStatementSyntax or DoStatementSyntax => InLoop,
        IfStatementSyntax choice when child != choice.Condition => UnderCondition,
        SwitchSectionSyntax or SwitchExpressionArmSyntax => UnderCondition,
        ConditionalExpressionSyntax choice when child != choice.Condition => UnderCondition,
        ConditionalAccessExpressionSyntax access when child == access.WhenNotNull => UnderCondition,
        AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && child == assignment.Right => UnderCondition,
        BinaryExpressionSyntax binary when child == binary.Right && IsShortCircuit(binary) => UnderCondition,
        TryStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax => new("in a try statement", "call it before the try"),
        _ => null,
    };

    private static bool IsShortCircuit(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static Obstacle InLoop { get; } = new(
        "in a loop", "pass the repeated layers as a list to a template such as Sequential, or call it before the loop");

    private static Obstacle UnderCondition { get; } = new(
        "under a condition", "call it before that and choose between the results, or write a template for each case");

    private static Obstacle InFunction(string where) => new(
        where, "call it outside and use its result there, or write a template for it", InFunction: true);

    public sealed record Obstacle(string Where, string Advice, bool InFunction = false);
}

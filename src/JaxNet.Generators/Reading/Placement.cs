using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells how often a node of a body runs each time that the body does.</summary>
internal sealed class Placement
{
    private readonly SyntaxNode _body;
    private readonly int _firstConditionalExit;
    private readonly int _end;
    private readonly int _firstLabel;

    public Placement(SyntaxNode body)
    {
        _body = body;
        var jumps = body.DescendantNodes().Where(node => node.IsKind(SyntaxKind.GotoStatement)).ToList();
        var returns = body.DescendantNodes().Where(node => node is ReturnStatementSyntax && ObstacleTo(node) is null).ToList();
        _end = returns.Where(node => OccurrenceAround(node) == Occurrence.Once).Select(node => node.Span.End).DefaultIfEmpty(int.MaxValue).Min();
        _firstConditionalExit = First(returns.Where(node => OccurrenceAround(node) != Occurrence.Once).Concat(jumps));
        _firstLabel = jumps.Count > 0 ? First(body.DescendantNodes().Where(node => node is LabeledStatementSyntax)) : int.MaxValue;
    }

    /// <summary>Why it can't be told how often a node runs: where it stands, and what to write instead. Null if it can.</summary>
    public Obstacle? ObstacleTo(SyntaxNode node) => Ancestors(node).Select(pair => ObstacleIn(pair.Parent)).FirstOrDefault(obstacle => obstacle is not null);

    public Occurrence OccurrenceOf(SyntaxNode node)
    {
        // Where a goto jumps to, anything may happen.
        if (node.SpanStart > _firstLabel)
            return Occurrence.Repeated;

        var around = OccurrenceAround(node);
        return around == Occurrence.Once && (node.SpanStart > _firstConditionalExit || node.SpanStart >= _end) ? Occurrence.Optional : around;
    }

    /// <summary>The loops that a node is in, the innermost first; none where a <c>goto</c> makes it run again.</summary>
    public IReadOnlyList<SyntaxNode> LoopsAround(SyntaxNode node) => node.SpanStart > _firstLabel
        ? []
        : [.. Ancestors(node).Where(pair => OccurrenceIn(pair.Parent, pair.Child) == Occurrence.Repeated).Select(pair => pair.Parent)];

    private static int First(IEnumerable<SyntaxNode> nodes) => nodes.Select(node => node.SpanStart).DefaultIfEmpty(int.MaxValue).Min();

    private Occurrence OccurrenceAround(SyntaxNode node) =>
        Ancestors(node).Select(pair => OccurrenceIn(pair.Parent, pair.Child)).DefaultIfEmpty(Occurrence.Once).Max();

    private IEnumerable<(SyntaxNode Parent, SyntaxNode Child)> Ancestors(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); child != _body && parent is not null; (child, parent) = (parent, parent.Parent))
            yield return (parent, child);
    }

    private static Obstacle? ObstacleIn(SyntaxNode parent) => parent switch
    {
        AnonymousFunctionExpressionSyntax => InFunction("in a lambda"),
        LocalFunctionStatementSyntax => InFunction("in a local function"),
        QueryExpressionSyntax => InFunction("in a query"),
        _ => null,
    };

    private static Occurrence OccurrenceIn(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        ForEachStatementSyntax loop when child != loop.Expression => Occurrence.Repeated,
        ForEachVariableStatementSyntax loop when child != loop.Expression => Occurrence.Repeated,
        ForStatementSyntax loop when child != loop.Declaration && !loop.Initializers.Contains(child) => Occurrence.Repeated,
        WhileStatementSyntax or DoStatementSyntax => Occurrence.Repeated,
        IfStatementSyntax choice when child != choice.Condition => Occurrence.Optional,
        SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } => JumpsBack(choice) ? Occurrence.Repeated : Occurrence.Optional,
        SwitchExpressionArmSyntax => Occurrence.Optional,
        ConditionalExpressionSyntax choice when child != choice.Condition => Occurrence.Optional,
        ConditionalAccessExpressionSyntax access when child == access.WhenNotNull => Occurrence.Optional,
        AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && child == assignment.Right => Occurrence.Optional,
        BinaryExpressionSyntax binary when child == binary.Right && IsShortCircuit(binary) => Occurrence.Optional,

        // Before the call something may have thrown.
        TryStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax => Occurrence.Optional,
        _ => Occurrence.Once,
    };

    private static bool IsShortCircuit(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    /// <summary>Whether a <c>goto case</c> leads to its own section or to one before it, so that sections can run more than once.</summary>
    private static bool JumpsBack(SwitchStatementSyntax choice) => choice.Sections
        .SelectMany((section, i) => section.DescendantNodes().OfType<GotoStatementSyntax>().Select(jump => (jump, i)))
        .Any(pair => pair.jump.Ancestors().OfType<SwitchStatementSyntax>().First() == choice && SectionOf(pair.jump, choice) <= pair.i);

    private static int SectionOf(GotoStatementSyntax jump, SwitchStatementSyntax choice) => choice.Sections.IndexOf(section => section.Labels.Any(label => label switch
    {
        DefaultSwitchLabelSyntax => jump.IsKind(SyntaxKind.GotoDefaultStatement),
        CaseSwitchLabelSyntax known => jump.Expression is { } wanted && wanted.IsEquivalentTo(known.Value),
        _ => false,
    }));

    private static Obstacle InFunction(string where) => new(where, "call it outside and use its result there, make a module for each round in a loop, or write a template for it");

    public sealed record Obstacle(string Where, string Advice);
}

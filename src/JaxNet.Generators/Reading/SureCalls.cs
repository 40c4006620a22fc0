using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Tells whether some call of a set runs each time that the body does: whether each return is behind one, as in definite
/// assignment. Where it isn't sure it says no.
/// </summary>
internal sealed class SureCalls
{
    private readonly HashSet<SyntaxNode> _calls;
    private readonly Stack<bool> _breaks = new();
    private bool _allReturns = true;

    private SureCalls(IEnumerable<SyntaxNode> calls) => _calls = [.. calls];

    public static bool In(SyntaxNode body, IEnumerable<SyntaxNode> calls)
    {
        var flow = new SureCalls(calls);
        var end = flow.Behind(body, before: false);
        return flow._allReturns && (end || body is BlockSyntax);
    }

    /// <summary>Whether a call has surely run once control is behind a node, if it has or hasn't before; code that isn't reached says yes.</summary>
    private bool Behind(SyntaxNode node, bool before)
    {
        switch (node)
        {
            case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax:
                return before;
            case ReturnStatementSyntax:
                _allReturns &= BehindAll(node, before);
                return true;
            case ThrowStatementSyntax or ThrowExpressionSyntax:
                BehindAll(node, before);
                return true;
            case BreakStatementSyntax:
                if (_breaks.Count > 0)
                    _breaks.Push(_breaks.Pop() && before);

                return true;
            case ContinueStatementSyntax or GotoStatementSyntax:
                return true;
            case LabeledStatementSyntax label:
                return Behind(label.Statement, before: false);
            case IfStatementSyntax choice:
                before = Behind(choice.Condition, before);
                return Behind(choice.Statement, before) & (choice.Else is { } other ? Behind(other.Statement, before) : before);
            case ConditionalExpressionSyntax choice:
                before = Behind(choice.Condition, before);
                return Behind(choice.WhenTrue, before) & Behind(choice.WhenFalse, before);
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                return Behind(binary.Left, before);
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression):
                return Behind(assignment.Left, before);
            case ConditionalAccessExpressionSyntax access:
                return Behind(access.Expression, before);
            case SwitchExpressionSyntax choice:
                before = Behind(choice.GoverningExpression, before);
                return choice.Arms.Aggregate(true, (all, arm) => all & BehindAll(arm, before));
            case SwitchStatementSyntax choice:
                return BehindSwitch(choice, before);
            case TryStatementSyntax attempt:
                return BehindTry(attempt, before);
            case CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                return BehindLoop((StatementSyntax)node, before);
            default:
                return BehindAll(node, before) || _calls.Contains(node);
        }
    }

    private bool BehindAll(SyntaxNode node, bool before) => node.ChildNodes().Aggregate(before, (state, child) => Behind(child, state));

    private bool BehindSwitch(SwitchStatementSyntax choice, bool before)
    {
        before = Behind(choice.Expression, before);
        var hasDefault = choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        _breaks.Push(hasDefault || before);
        foreach (var section in choice.Sections)
            section.Statements.Aggregate(before, (state, statement) => Behind(statement, state));

        return _breaks.Pop();
    }

    private bool BehindTry(TryStatementSyntax attempt, bool before)
    {
        var end = attempt.Catches.Aggregate(Behind(attempt.Block, before), (all, handler) => all & Behind(handler.Block, before));
        return attempt.Finally is { } final ? Behind(final.Block, before) || end : end;
    }

    /// <summary>A loop may have no round at all, so that only its header counts; a <c>do</c> has one, unless it is left early.</summary>
    private bool BehindLoop(StatementSyntax loop, bool before)
    {
        var (header, body) = loop switch
        {
            CommonForEachStatementSyntax each => ([each.Expression], each.Statement),
            WhileStatementSyntax { Condition: var condition, Statement: var statement } => ([condition], statement),
            ForStatementSyntax { Statement: var statement } all => (HeaderOf(all), statement),
            DoStatementSyntax { Statement: var statement } => ((IEnumerable<SyntaxNode>)[], statement),
            _ => ([], loop),
        };

        var entry = header.Aggregate(before, (state, part) => Behind(part, state));
        _breaks.Push(true);
        var round = Behind(body, entry);
        var breaks = _breaks.Pop();
        if (loop is not DoStatementSyntax rounds)
            return entry;

        var isLeftEarly = body.DescendantNodesAndSelf().Any(node => node is ContinueStatementSyntax);
        return Behind(rounds.Condition, round && !isLeftEarly) & breaks || entry;
    }

    private static IEnumerable<SyntaxNode> HeaderOf(ForStatementSyntax loop)
    {
        if (loop.Declaration is { } declaration)
            yield return declaration;

        foreach (var initializer in loop.Initializers)
            yield return initializer;

        if (loop.Condition is { } condition)
            yield return condition;
    }
}

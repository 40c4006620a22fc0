using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Follows the keys of a body, and tells where one is used that may have been used before.</summary>
/// <param name="copies">What of the whole body are copies.</param>
internal sealed class KeyUses(ControlFlowGraph graph, KeyCopies copies, Action<KeyUses.Reuse> report, CancellationToken cancellation)
{
    private readonly Captures _captures = new(graph);
    private KeyState _state = KeyState.Empty;
    private bool _reports;

    /// <summary>A use of a key.</summary>
    /// <param name="Key">The key as it stands there.</param>
    /// <param name="Call">What uses it.</param>
    public sealed record Use(IOperation Key, IOperation Call);

    /// <summary>A second use of a key.</summary>
    /// <param name="First">The use before it, the same one in a loop.</param>
    public sealed record Reuse(Use First, Use Second);

    public void Find()
    {
        var blocks = ForwardFlow.Solve(graph, _state, Through, KeyState.Join, cancellation);
        _reports = true;
        foreach (var (block, before) in blocks)
            Through(block, before);

        foreach (var function in graph.LocalFunctions)
            new KeyUses(graph.GetLocalFunctionControlFlowGraph(function, cancellation), copies, report, cancellation).Find();
    }

    private KeyState Through(BasicBlock block, KeyState before)
    {
        _state = before;
        foreach (var operation in block.Operations)
            Visit(operation);

        Visit(block.BranchValue);
        return _state;
    }

    /// <summary>In the order of evaluation: what is inside of an operation comes before it.</summary>
    private void Visit(IOperation? operation)
    {
        if (operation is IFlowAnonymousFunctionOperation function)
        {
            // Nobody knows how often a lambda runs: it is a body of its own.
            if (_reports)
                new KeyUses(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), copies, report, cancellation).Find();

            return;
        }

        if (operation is null)
            return;

        foreach (var child in operation.ChildOperations)
            Visit(child);

        switch (operation)
        {
            case IInvocationOperation call:
                Call(call);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, assignment is IDeconstructionAssignmentOperation or ISimpleAssignmentOperation { IsRef: false } ? assignment.Value : null);
                break;
            case IIncrementOrDecrementOperation step:
                Write(step.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Write(argument.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                Write(variable);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } variable }:
                Write(variable);
                break;
        }
    }

    private void Call(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "GetEnumerator" && call.Syntax.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } loop && loop.Expression.Span.Contains(call.Syntax.Span))
            _state = _state.Begin(loop);

        if (KeyConsumers.ConsumesInstance(call))
            Note(call.Instance!, call);

        foreach (var argument in call.Arguments)
        {
            if (KeyConsumers.Consumes(argument, call))
                Note(argument.Value, call);
        }
    }

    private void Note(IOperation key, IOperation call)
    {
        if (KeyPlace.OfRound(key, _captures) is not { } name || PlaceOf(name) is not { } place)
            return;

        var use = new Use(_captures.Resolve(key)!, call);
        if (IsFirst(place, use) && copies.ElementOf(place) is { } element && EachRoundUses(call.Syntax, element.Loop) && PlaceOf(element.Array) is { } array)
            IsFirst(array.Each(element.Loop), use);
    }

    private bool IsFirst(KeyPlace place, Use use)
    {
        if (_state.UseOf(place) is { } first)
        {
            if (_reports)
                report(new(first, use));

            return false;
        }

        _state = _state with { Used = _state.Used.SetItem(place, use) };
        return true;
    }

    /// <summary>Whether a loop gets to a call in each of its rounds, and goes through all of them.</summary>
    private static bool EachRoundUses(SyntaxNode call, SyntaxNode loop) =>
        !RoundConditions.Of(call, [loop]).Any() && !loop.DescendantNodes().Any(node => node is BreakStatementSyntax or GotoStatementSyntax);

    /// <summary>Where a key is really kept: under the first name of it that is never assigned, else of what it is a copy of for now.</summary>
    private KeyPlace? PlaceOf(KeyPlace name) => copies.SourceOf(name) is { } place ? _state.Resolve(place) : null;

    private void Assign(IOperation target, IOperation? value)
    {
        // All values are there before the first is assigned.
        var assigned = new AssignedCopies(_captures);
        var made = assigned.In(target, value).Select(copy => (copy.Variable, Source: PlaceOf(copy.Source))).ToList();
        var written = assigned.Targets(target).ToList();
        Write(target);
        foreach (var (variable, source) in made)
        {
            if (source is not null && !written.Contains(source.Variable, SymbolEqualityComparer.Default) && copies.CanFollow(variable, source))
                _state = _state with { Sources = _state.Sources.SetItem(variable, source) };
        }
    }

    private void Write(IOperation target)
    {
        // A target is captured where the value has branches in it.
        switch (_captures.Resolve(target))
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Write(element);

                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression);
                break;
            case ILocalReferenceOperation local:
                Write(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                Write(parameter.Parameter);
                break;
            case IArrayElementReferenceOperation element:
                Write(element.ArrayReference);
                break;
            case IFieldReferenceOperation { Instance: { } instance }:
                Write(instance);
                break;
        }
    }

    private void Write(ISymbol variable) => _state = _state.Write(variable);
}

using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>Follows the keys of a body, and tells where one is used that may have been used before.</summary>
/// <param name="copies">What of the whole body are copies.</param>
internal sealed class KeyUses(ControlFlowGraph graph, KeyCopies copies, Action<KeyUses.Reuse> report, CancellationToken cancellation)
{
    private readonly Captures _captures = new(graph);
    private ImmutableDictionary<KeyPlace, Use> _used = ImmutableDictionary<KeyPlace, Use>.Empty;
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
        var blocks = ForwardFlow.Solve(graph, _used, Through, cancellation);
        _reports = true;
        foreach (var (block, before) in blocks)
            Through(block, before);

        foreach (var function in graph.LocalFunctions)
            new KeyUses(graph.GetLocalFunctionControlFlowGraph(function, cancellation), copies, report, cancellation).Find();
    }

    private ImmutableDictionary<KeyPlace, Use> Through(BasicBlock block, ImmutableDictionary<KeyPlace, Use> before)
    {
        _used = before;
        foreach (var operation in block.Operations)
            Visit(operation);

        Visit(block.BranchValue);
        return _used;
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
                Write(assignment.Target);
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
        if (KeyPlace.Of(key, _captures) is not { } name)
            return;

        if (copies.SourceOf(name) is not { } place)
            return;

        var use = new Use(_captures.Resolve(key)!, call);
        if (!_used.TryGetValue(place, out var first))
            _used = _used.Add(place, use);
        else if (_reports)
            report(new(first, use));
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

    private void Write(ISymbol variable) =>
        _used = _used.RemoveRange(_used.Keys.Where(place => SymbolEqualityComparer.Default.Equals(place.Variable, variable)));
}

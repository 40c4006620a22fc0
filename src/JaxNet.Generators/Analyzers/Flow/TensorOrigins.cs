using System.Collections.Immutable;
using System.Threading;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>
/// Follows a template's inputs, parameters and running state through its body, by all names and views of them, and tells where their
/// elements are written to.
/// </summary>
/// <param name="report">What writes, and to what: "the input 'x'".</param>
internal sealed class TensorOrigins(ControlFlowGraph graph, Action<IOperation, string> report, CancellationToken cancellation)
{
    private ImmutableDictionary<object, string> _origins = ImmutableDictionary<object, string>.Empty;
    private readonly Dictionary<ISymbol, string?> _assigned = new(SymbolEqualityComparer.Default);
    private bool _reports;

    public void Find(ImmutableDictionary<object, string> entry)
    {
        var blocks = ForwardFlow.Solve(graph, entry, Through, Join, cancellation);
        _reports = true;
        foreach (var (block, before) in blocks)
            Through(block, before);

        if (graph.LocalFunctions.IsEmpty)
            return;

        // They may be called anywhere: what is known there is what every place knows.
        var written = LocalValues.WrittenIn(graph.OriginalOperation);
        var everywhere = entry
            .Concat(_assigned.Where(variable => variable.Value is not null).Select(variable => new KeyValuePair<object, string>(variable.Key, variable.Value!)))
            .Where(variable => variable.Key is ISymbol symbol && !written.Contains(symbol))
            .GroupBy(variable => variable.Key)
            .ToImmutableDictionary(variable => variable.Key, variable => variable.First().Value);

        foreach (var function in graph.LocalFunctions)
            new TensorOrigins(graph.GetLocalFunctionControlFlowGraph(function, cancellation), report, cancellation).Find(everywhere);
    }

    private static ImmutableDictionary<object, string> Join(ImmutableDictionary<object, string> known, ImmutableDictionary<object, string> other) =>
        known.AddRange(other.Where(origin => !known.ContainsKey(origin.Key)));

    private ImmutableDictionary<object, string> Through(BasicBlock block, ImmutableDictionary<object, string> before)
    {
        _origins = before;
        foreach (var operation in block.Operations)
            Visit(operation);

        Visit(block.BranchValue);
        return _origins;
    }

    /// <summary>In the order of evaluation: what is inside of an operation comes before it.</summary>
    private void Visit(IOperation? operation)
    {
        if (operation is IFlowAnonymousFunctionOperation function)
        {
            if (_reports)
                new TensorOrigins(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), report, cancellation).Find(_origins);

            return;
        }

        if (operation is null)
            return;

        foreach (var child in operation.ChildOperations)
            Visit(child);

        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Set(capture.Id, OriginOf(capture.Value));
                break;
            case IDeconstructionAssignmentOperation assignment:
                Deconstruct(assignment.Target, assignment.Value);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, OriginOf(assignment.Value), assignment);
                break;
            case IInvocationOperation call when InPlace.Changes(call) is { } changed:
                Report(call, OriginOf(changed));
                break;
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;

        if (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;

        if (target is not ITupleOperation { Elements: var targets })
        {
            Assign(target, OriginOf(value), target);
            return;
        }

        // All values are there before the first is assigned.
        var origins = value is ITupleOperation { Elements: var values } && values.Length == targets.Length
            ? values.Select(OriginOf).ToList()
            : Enumerable.Repeat(OriginOf(value), targets.Length).ToList();

        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation })
                Deconstruct(targets[i], value is ITupleOperation ? ((ITupleOperation)value).Elements[i] : value);
            else
                Assign(targets[i], origins[i], targets[i]);
        }
    }

    private void Assign(IOperation target, string? origin, IOperation assignment)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, origin, assignment);
                break;
            case ILocalReferenceOperation local:
                Set(local.Local, origin);
                break;
            case IParameterReferenceOperation parameter:
                Set(parameter.Parameter, origin);
                break;
            case IArrayElementReferenceOperation element:
                Report(assignment, OriginOf(element.ArrayReference));
                break;
            case IPropertyReferenceOperation { Instance: { } instance } property when InPlace.Changes(property.Property):
                Report(assignment, OriginOf(instance));
                break;
        }
    }

    private string? OriginOf(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => OriginOf(conversion.Operand),
        IParenthesizedOperation parenthesized => OriginOf(parenthesized.Operand),
        IFlowCaptureReferenceOperation capture => Known(capture.Id),
        ILocalReferenceOperation local => Known(local.Local),
        IParameterReferenceOperation parameter => Known(parameter.Parameter),
        IAssignmentOperation assignment => OriginOf(assignment.Value),
        IFieldReferenceOperation field => OriginOf(field.Instance),
        IArrayElementReferenceOperation element => OriginOf(element.ArrayReference),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "StateVariable" } type } } property when TreeTypes.IsJaxNet(type) =>
            $"the running state '{Excerpt.Of(property.Syntax)}'",
        IPropertyReferenceOperation property when Views.IsView(property) => OriginOf(property.Instance),
        IInvocationOperation call when Templates.IsParameter(call.TargetMethod) => NameOf(call),
        IInvocationOperation call when InPlace.Changes(call) is { } changed => OriginOf(changed),
        IInvocationOperation call when Views.Viewed(call) is { } viewed => OriginOf(viewed),
        _ => null,
    };

    private static string NameOf(IInvocationOperation parameter) =>
        parameter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue is { HasValue: true, Value: string name }
            ? $"the parameter '{name}'"
            : $"the parameter '{Excerpt.Of(parameter.Syntax)}'";

    private string? Known(object variable) => _origins.TryGetValue(variable, out var origin) ? origin : null;

    private void Set(object variable, string? origin)
    {
        _origins = origin is null ? _origins.Remove(variable) : _origins.SetItem(variable, origin);
        if (variable is ISymbol symbol)
            _assigned[symbol] = origin;
    }

    private void Report(IOperation writes, string? origin)
    {
        if (_reports && origin is not null)
            report(writes, origin);
    }
}

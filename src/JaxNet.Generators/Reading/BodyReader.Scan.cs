using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content><c>Scan(cell, carry, inputs)</c>: all steps share the cell's parameters, which become a member named after the cell.</content>
internal sealed partial class BodyReader
{
    private bool ReplaceScan(InvocationExpressionSyntax invocation, PieceList into)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var cell = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "cell") ?? arguments[0];
        var layer = _layers.ClassifyTyped(cell.Expression);
        if (layer.Kind == LayerArgumentKind.Unknown)
        {
            _problems.AddNotFollowed(cell.Expression);
            return true;
        }

        int? member = layer.Kind == LayerArgumentKind.Function ? null : MemberOfCell(invocation, cell.Expression, layer);
        var emitted = arguments.ToDictionary(argument => argument, EmitAlone);
        into.Replace(invocation, new ScanPiece(member, Join(invocation.ArgumentList, emitted)));
        return true;
    }

    /// <summary>A module that is made in place is one of its own; one that has a name is shared with all who use it.</summary>
    private int MemberOfCell(InvocationExpressionSyntax scan, ExpressionSyntax cell, LayerArgument layer)
    {
        var made = layer.Callee is { } callee ? new ModuleMember(MemberNames.Of(callee), scan.SpanStart, callee, layer.Given) { Field = layer.Field } : null;
        var local = _model.GetSymbolInfo(LayerArguments.Unwrap(cell)).Symbol is { } symbol && _locals.TryGetValue(symbol, out var found) ? found : null;
        if (made is { Callee.IsSingleton: false } && (layer.Local is null || local is { IsOfRound: true }))
            return _members.AddSubmodule(made, scan);

        var shared = made is null ? _members.OfHyperparameter(layer)
            : local is not null ? _members.OfLocal(local, made.Callee)
            : made.Callee.IsSingleton ? _members.OfSingleton(made)
            : _members.OfField(layer.Local!, made);
        _members.AddCall(shared, scan);
        return shared;
    }
}

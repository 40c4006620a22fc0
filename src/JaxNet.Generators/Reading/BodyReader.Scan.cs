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
            Problems.Add(NotFollowed(cell.Expression, "may be any layer, also one with parameters"));
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
            return CheckReach(AddMember(made, scan), made);

        var shared = made is null ? MemberOfHyperparameter(layer)
            : local is not null ? MemberOf(local, made.Callee)
            : made.Callee.IsSingleton ? MemberOfSingleton(made.Callee, made)
            : MemberOfField(layer.Local!, made);
        AddCall(shared, scan);
        return shared;
    }

    private int MemberOfField(string field, ModuleMember member)
    {
        if (!_memberOfField.TryGetValue(field, out var index))
            _memberOfField.Add(field, index = CheckReach(AddShared(member), member));

        return index;
    }
}

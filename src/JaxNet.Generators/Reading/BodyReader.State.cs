using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content><c>State(initial, name)</c>: a value that is found by its name, wherever and however often the body asks for it.</content>
internal sealed partial class BodyReader
{
    private bool ReplaceState(InvocationExpressionSyntax invocation, IMethodSymbol method, PieceList into)
    {
        var type = method.TypeArguments[0];
        if (!TreeTypes.IsTree(type))
        {
            _problems.Add(DiagnosticInfo.At(invocation, Diagnostics.NotATree, type.ToMinimalDisplayString(_model, _position), "running state"));
            return true;
        }

        var arguments = invocation.ArgumentList.Arguments;
        var initial = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "initial") ?? arguments[0];
        var name = arguments.FirstOrDefault(argument => argument != initial);
        if (BaseNameOf(name, unnamed: "State") is not { } baseName)
        {
            _problems.Add(DiagnosticInfo.At(name!.Expression, Diagnostics.NameNotConstant, _surface.Prefix));
            return true;
        }

        var access = _callees.AccessOf(type);
        if (access == MemberAccess.OutOfReach)
            _problems.Add(_problems.AboutTemplate($"is more accessible than the type of its state '{Excerpt.Of(invocation)}'; make that type internal or public"));

        var value = new StateValue(baseName, 0, NameOf(type), access, Escape(initial.Expression));
        var given = name is null ? null : (string?)_model.GetConstantValue(name.Expression).Value;
        if (given is null || !_namedStates.TryGetValue((given, value.Type), out var index))
        {
            index = _states.Count;
            _states.Add(value);
        }

        if (given is not null)
            _namedStates[(given, value.Type)] = index;

        into.Replace(invocation, new StatePiece(index, TypeArgumentsOf(invocation), EmitAlone(initial).Trimmed()));
        return true;
    }
}

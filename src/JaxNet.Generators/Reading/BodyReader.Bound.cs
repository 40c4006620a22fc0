using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>
/// Modules that become values: elements of a list, branches of a condition, arguments of a method. Nobody can tell where they
/// are called, so they are made functions that know their parameters.
/// </content>
internal sealed partial class BodyReader
{
    /// <summary>A module that becomes a layer where the generator doesn't follow it to its calls.</summary>
    private bool BindModule(ExpressionSyntax expression, PieceList into)
    {
        if (_flow.LayerThatBecomes(expression) is not { } layer || _flow.IsFollowed(expression))
            return false;

        var known = _layers.ClassifyTyped(expression);
        if (known.Kind == LayerArgumentKind.Function)
            return false;

        if (known.Kind == LayerArgumentKind.Unknown)
        {
            _problems.AddNotFollowed(expression);
            return false;
        }

        var module = new PieceList();
        EmitChildren(expression, module);
        var method = known.Kind == LayerArgumentKind.Hyperparameter ? "BindLayer" : layer.TypeArguments.Length switch { 0 => "Bind", 2 => "BindOf", _ => "BindOfTwo" };
        into.Replace(expression, new BindPiece(MemberOfValue(expression, known), method, module.Trimmed(), IsInExpressionTree(expression)));
        return true;
    }

    /// <summary>A module that comes out of a choice, a collection and the like: whichever it is then, it has the member of the place where it becomes a layer.</summary>
    private bool BindValue(ExpressionSyntax value, PieceList into) => TreeTypes.IsModule(_model.GetTypeInfo(value).Type) && BindModule(value, into);

    private int MemberOfValue(ExpressionSyntax expression, LayerArgument layer)
    {
        if (layer.Kind == LayerArgumentKind.Hyperparameter)
            return _members.OfHyperparameter(layer);

        var callee = layer.Callee!;
        var symbol = _model.GetSymbolInfo(expression).Symbol;
        var local = expression is SimpleNameSyntax && symbol is not null && _locals.TryGetValue(symbol, out var found) ? found : null;
        if (local is { IsOfRound: false })
            return _members.OfLocal(local, callee);

        var member = new ModuleMember(MemberNames.Of(callee), expression.SpanStart, callee, layer.Given) { Field = layer.Field };
        return callee.IsSingleton ? _members.OfSingleton(member)
            : local is null && layer.Local is { } field ? _members.OfField(field, member)
            : _members.AddValue(member, expression);
    }

    /// <summary>A module can be given its parameters only where it stands as an expression, or where it is handed on to a template.</summary>
    private void CheckHiddenConversions()
    {
        var conversions = new HiddenConversions(_model);
        foreach (var node in _body.DescendantNodesAndSelf())
        {
            if (conversions.In(node) is { } taken && !(node is SpreadElementSyntax { Parent: CollectionExpressionSyntax list } && _flow.IsHandedOn(list)))
            {
                _problems.Add(DiagnosticInfo.At(
                    taken, Diagnostics.ModuleNotCalled, Excerpt.Of(taken), "is taken apart, and what is in it becomes a layer unseen", "take the modules out as they are, and write 'Layer layer = module;' for each"));
            }
        }
    }
}

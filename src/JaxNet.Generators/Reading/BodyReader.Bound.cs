using System.Linq;
using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        if (LayerThatBecomes(expression) is not { } layer || IsFollowed(expression))
            return false;

        var known = _layers.ClassifyTyped(expression);
        if (known.Kind == LayerArgumentKind.Function)
            return false;

        if (known.Kind == LayerArgumentKind.Unknown)
        {
            Problems.Add(NotFollowed(expression, "may be any layer, also one with parameters"));
            return false;
        }

        var module = new PieceList();
        EmitChildren(expression, module);
        var method = known.Kind == LayerArgumentKind.Hyperparameter ? "BindLayer" : layer.TypeArguments.Length switch { 0 => "Bind", 2 => "BindOf", _ => "BindOfTwo" };
        into.Replace(expression, new BindPiece(MemberOfValue(expression, known), method, module.Trimmed()));
        return true;
    }

    /// <summary>A module that comes out of a choice, a collection and the like: whichever it is then, it has the member of the place where it becomes a layer.</summary>
    private bool BindValue(ExpressionSyntax value, PieceList into) => TreeTypes.IsModule(_model.GetTypeInfo(value).Type) && BindModule(value, into);

    private int MemberOfValue(ExpressionSyntax expression, LayerArgument layer)
    {
        if (layer.Kind == LayerArgumentKind.Hyperparameter)
            return MemberOfHyperparameter(layer);

        var callee = layer.Callee!;
        var symbol = _model.GetSymbolInfo(expression).Symbol;
        var local = expression is SimpleNameSyntax && symbol is not null && _locals.TryGetValue(symbol, out var found) ? found : null;
        if (local is { IsOfRound: false })
            return MemberOf(local, callee);

        var member = new ModuleMember(MemberNames.Of(callee), expression.SpanStart, callee, layer.Given) { Field = layer.Field };
        if (callee.IsSingleton)
            return MemberOfSingleton(callee, member);

        if (local is null && layer.Local is { } field)
            return MemberOfField(field, member);

        // Whether it is called, and when, nobody knows.
        var index = CheckReach(AddMember(member, expression), member);
        if (_members[index].Occurrence == Occurrence.Once)
            _members[index] = _members[index] with { Occurrence = Occurrence.Optional };

        return index;
    }

    /// <summary>The layer type that a module converts to; null if it stays a module.</summary>
    private INamedTypeSymbol? LayerThatBecomes(ExpressionSyntax expression)
    {
        var type = _model.GetTypeInfo(expression);
        if (!TreeTypes.IsModule(type.Type) && !TreeTypes.IsLayer(type.Type))
            return null;

        var layer = type.ConvertedType;
        for (SyntaxNode? around = expression.Parent; !TreeTypes.IsLayer(layer) && IsAround(around); around = around!.Parent)
        {
            // A cast to a module is what becomes the layer then.
            var outer = _model.GetTypeInfo(around!);
            if (around is CastExpressionSyntax && TreeTypes.IsModule(outer.Type))
                return null;

            layer = TreeTypes.IsLayer(outer.Type) ? outer.Type : outer.ConvertedType;
        }

        return TreeTypes.IsLayer(layer) ? (INamedTypeSymbol)layer! : null;
    }

    /// <summary>Whether the generator knows all calls of a module that becomes a layer here.</summary>
    private bool IsFollowed(ExpressionSyntax expression)
    {
        var outermost = Outermost(expression);
        return outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => _model.GetDeclaredSymbol(variable) is { } local && _locals.ContainsKey(local),
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => IsHandedOn(list),
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Parent.Parent: BaseObjectCreationExpressionSyntax dictionary } => IsHandedOn(dictionary),
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Parent.Parent: BaseObjectCreationExpressionSyntax dictionary } => IsHandedOn(dictionary),
            InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax } list => IsHandedOn((ExpressionSyntax)list.Parent!),
            _ => false,
        };
    }

    /// <summary>Whether a list of layers is an argument of a template, or a local that is nothing else.</summary>
    private bool IsHandedOn(ExpressionSyntax list) => Outermost(list).Parent switch
    {
        ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
        SpreadElementSyntax { Parent: CollectionExpressionSyntax outer } => IsHandedOn(outer),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => _model.GetDeclaredSymbol(variable) is { } local && IsOnlyHandedOn(local),
        _ => false,
    };

    private bool IsOnlyHandedOn(ISymbol list) => _body.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == list.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, list))
        .All(name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } || IsHandedOn(name));

    /// <summary>A module can be given its parameters only where it stands as an expression, or where it is handed on to a template.</summary>
    private void CheckHiddenConversions()
    {
        var conversions = new HiddenConversions(_model);
        foreach (var node in _body.DescendantNodesAndSelf())
        {
            if (conversions.In(node) is { } taken && !(node is SpreadElementSyntax { Parent: CollectionExpressionSyntax list } && IsHandedOn(list)))
            {
                Problems.Add(DiagnosticInfo.At(
                    taken, Diagnostics.ModuleNotCalled, Excerpt.Of(taken), "is taken apart, and what is in it becomes a layer unseen", "take the modules out as they are, and write 'Layer layer = module;' for each"));
            }
        }
    }

    /// <summary>Whether a value is a new module, and not another name of one.</summary>
    private static bool IsMade(ExpressionSyntax value) => value is not (SimpleNameSyntax or MemberAccessExpressionSyntax);

    /// <summary>A local of a loop that is called: each round has a module of its own, which the local's value knows itself.</summary>
    private bool IsCalledInRounds(VariableDeclaratorSyntax variable) =>
        _placement.OccurrenceOf(variable) == Occurrence.Repeated &&
        _model.GetDeclaredSymbol(variable) is ILocalSymbol local && TreeTypes.IsLayer(local.Type) &&
        _body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(
            call => SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(LayerArguments.Called(call)).Symbol, local));
}

using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <content>Modules in locals, and the layers that a template is given.</content>
internal sealed partial class BodyReader
{
    /// <summary>A call of a delegate of type <c>Layer</c>: of a module in a local, of one of the template's layers, or of a function.</summary>
    private bool ReplaceLayerCall(InvocationExpressionSyntax invocation, PieceList into)
    {
        var called = LayerArguments.Called(invocation);
        var symbol = _model.GetSymbolInfo(called).Symbol;
        if (invocation.Expression is MemberBindingExpressionSyntax)
            return CheckConditionalCall(invocation);

        var layer = _layers.Classify(called);
        if ((layer.Kind == LayerArgumentKind.Function && !_flow.IsOneOfLayers(called, symbol)) || _layers.IsKnownByType(called))
            return false;

        if (symbol is not null && _locals.TryGetValue(symbol, out var local) && layer is { Kind: LayerArgumentKind.Module, Callee: { } callee } && !local.IsOfRound)
        {
            ReplaceModuleCall(_members.OfLocal(local, callee), called, invocation, into);
            return true;
        }

        if (layer.Kind == LayerArgumentKind.Hyperparameter)
        {
            ReplaceModuleCall(_members.OfHyperparameter(layer), called, invocation, into);
            return true;
        }

        if (_flow.IsOneOfLayers(called, symbol))
        {
            _callsLayers = true;
            into.Add(invocation.GetLeadingTrivia());
            if (called is ElementAccessExpressionSyntax element)
            {
                into.Replace(element.Expression, new LayersPiece(NameOfLayers));
                Emit(element.ArgumentList, into);
            }
            else
            {
                into.Add(called.ToString());
            }

            into.Add(".Call");
            Emit(invocation.ArgumentList, into);
            return true;
        }

        // A module that is made and called at once is a value.
        if (layer.Kind == LayerArgumentKind.Module)
            return false;

        _problems.AddNotFollowed(called);
        return true;
    }

    /// <summary><c>layer?.Invoke(x)</c>: the layer is a value.</summary>
    private bool CheckConditionalCall(InvocationExpressionSyntax invocation)
    {
        var layer = invocation.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First().Expression;
        if (layer is SimpleNameSyntax or MemberAccessExpressionSyntax || _layers.Classify(layer).Kind != LayerArgumentKind.Unknown || _layers.IsKnownByType(layer))
            return false;

        _problems.AddNotFollowed(layer);
        return true;
    }

    private void ReplaceModuleCall(int member, ExpressionSyntax called, InvocationExpressionSyntax invocation, PieceList into)
    {
        _members.AddCall(member, invocation);
        var arguments = invocation.ArgumentList.Arguments;
        var emitted = arguments.ToDictionary(argument => argument, EmitAlone);

        // A single input has the name that the module's template gave it.
        into.Replace(invocation, new ModuleCallPiece(member, called.ToString(), arguments.Count, Join(invocation.ArgumentList, emitted, withNames: arguments.Count > 1), IsInExpressionTree(invocation)));
    }

    private bool IsInExpressionTree(SyntaxNode node) => node.Ancestors().TakeWhile(around => around != _body).Any(around =>
        around is LambdaExpressionSyntax lambda && _model.GetTypeInfo(lambda).ConvertedType is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } });

    /// <summary><c>Layer d = Dense(10)</c>: the local becomes the module itself, the variable of a loop over layers the bound layer.</summary>
    private bool ReplaceLayerType(TypeSyntax type, PieceList into)
    {
        var becomesVar = !type.IsVar && type.Parent switch
        {
            VariableDeclarationSyntax { Variables.Count: 1 } declaration => declaration.Type == type && _flow.HoldsModule(declaration.Variables[0]),
            ForEachStatementSyntax loop => loop.Type == type && _flow.IsLayersParameter(loop.Expression),
            _ => false,
        } && TreeTypes.IsLayer(_model.GetTypeInfo(type).Type);

        if (becomesVar)
            into.Replace(type, new TextPiece("var"));

        return becomesVar;
    }

    /// <summary><c>Layer d = Dense(3), e = Dense(4);</c> becomes a declaration for each, as the modules are of different types.</summary>
    private bool ReplaceDeclaration(VariableDeclarationSyntax declaration, PieceList into)
    {
        if (declaration.Parent is not LocalDeclarationStatementSyntax || !declaration.Variables.Any(_flow.HoldsModule))
            return false;

        var isLayer = TreeTypes.IsLayer(_model.GetTypeInfo(declaration.Type).Type);
        into.Add(declaration.Type.GetLeadingTrivia());
        foreach (var child in declaration.Variables.GetWithSeparators())
        {
            if (child.AsNode() is VariableDeclaratorSyntax variable)
            {
                into.Add((isLayer && _flow.HoldsModule(variable) ? "var" : declaration.Type.WithoutTrivia().ToString()) + " ");
                Emit(variable, into);
            }
            else
            {
                into.Add(";");
                into.Add(child.AsToken().TrailingTrivia);
            }
        }

        return true;
    }

    /// <summary>A module that a local holds keeps its own type: <c>var d = (Layer)Dense(3)</c>.</summary>
    private bool ReplaceCast(CastExpressionSyntax cast, PieceList into)
    {
        if (Surroundings.Outermost(cast).Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } || !_flow.HoldsModule(variable))
            return false;

        into.Add(cast.GetLeadingTrivia());
        Emit(cast.Expression, into);
        return true;
    }

    private bool ReplaceLayersParameter(SimpleNameSyntax name, PieceList into)
    {
        if (!_flow.IsLayersParameter(name))
            return false;

        if (name.Parent is ForEachStatementSyntax loop && loop.Expression == name)
        {
            _callsLayers = true;
            into.Replace(name, new LayersPiece(NameOfLayers));
            return true;
        }

        if (Writes.To(name))
            _problems.AddWrittenTo(name, "the layers as they were given", "use it as it is, or pass other layers to a template such as Sequential");

        if (Surroundings.IsNamedOnly(name) || IsCounted(name) || _flow.IsHandedOnAsLayers(name))
            return false;

        _callsLayers = true;
        into.Replace(name, new LayersPiece(NameOfLayers, AsValue: true));
        return true;
    }

    // InCallOrder is how Sequential looks at what it was given.
    private static bool IsCounted(SimpleNameSyntax layers) =>
        layers.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "InCallOrder" } || Surroundings.IsComparison(layers.Parent);

    private string NameOfLayers => _surface.Parameters.First(parameter => parameter.Role == ParameterRole.Layers).Name;

    /// <summary>A name that isn't called: of a template, or of a layer that may be one.</summary>
    private bool CheckName(ExpressionSyntax name, PieceList into)
    {
        if (Surroundings.IsPartOfName(name) || Surroundings.IsNamedOnly(name))
            return false;

        var symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is IMethodSymbol method)
            return CheckMethodGroup(name, method);

        if (_flow.IsLoopVariable(symbol))
        {
            into.Replace(name, new TextPiece($"{name.WithoutTrivia()}.ToLayer()"));
            return true;
        }

        if (symbol is IParameterSymbol && _singleLayers.ContainsKey(symbol))
        {
            if (Writes.To(name))
                _problems.AddWrittenTo(name, "the layer as it was given", "use it as it is, or hold another layer in a local of its own");
            else if (!Surroundings.IsComparedWithNull(name))
                return BindModule(name, into);
        }
        else if (symbol is ILocalSymbol or IRangeVariableSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && !Writes.To(name))
        {
            var type = _model.GetTypeInfo(name);
            if ((TreeTypes.IsModule(type.Type) || TreeTypes.IsLayer(type.Type)) && _layers.Classify(name).Kind != LayerArgumentKind.Function)
                return BindModule(name, into);
        }

        return false;
    }
}

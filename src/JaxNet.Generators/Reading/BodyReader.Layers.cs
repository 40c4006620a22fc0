using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using JaxNet.Generators.Writing;
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
        if ((layer.Kind == LayerArgumentKind.Function && !IsOneOfLayers(called, symbol)) || _layers.IsKnownByType(called))
            return false;

        if (symbol is not null && _locals.TryGetValue(symbol, out var local) && layer is { Kind: LayerArgumentKind.Module, Callee: { } callee } && !local.IsOfRound)
        {
            ReplaceModuleCall(MemberOf(local, callee), called, invocation, into);
            return true;
        }

        if (layer.Kind == LayerArgumentKind.Hyperparameter)
        {
            ReplaceModuleCall(MemberOfHyperparameter(layer), called, invocation, into);
            return true;
        }

        if (IsOneOfLayers(called, symbol))
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

        Problems.Add(NotFollowed(called, "may be any layer, also one with parameters"));
        return true;
    }

    /// <summary><c>layer?.Invoke(x)</c>: the layer is a value.</summary>
    private bool CheckConditionalCall(InvocationExpressionSyntax invocation)
    {
        var layer = invocation.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First().Expression;
        if (layer is SimpleNameSyntax or MemberAccessExpressionSyntax || _layers.Classify(layer).Kind != LayerArgumentKind.Unknown || _layers.IsKnownByType(layer))
            return false;

        Problems.Add(NotFollowed(layer, "may be any layer, also one with parameters"));
        return true;
    }

    private void ReplaceModuleCall(int member, ExpressionSyntax called, InvocationExpressionSyntax invocation, PieceList into)
    {
        AddCall(member, invocation);
        var arguments = invocation.ArgumentList.Arguments;
        var emitted = arguments.ToDictionary(argument => argument, EmitAlone);
        into.Replace(invocation, new ModuleCallPiece(member, called.ToString(), arguments.Count, Join(invocation.ArgumentList, emitted)));
    }

    /// <summary>The member of a layer that the template is given; all calls share it.</summary>
    private int MemberOfHyperparameter(LayerArgument layer)
    {
        if (_memberOfLayer.TryGetValue(layer.ParamsType!, out var known))
            return known;

        var (symbol, parameter) = _singleLayers.Select(pair => (pair.Key, pair.Value)).First(pair => pair.Value.Layer!.TypeParameter == layer.ParamsType);
        var name = NameCasing.ToMember(symbol.Name) ?? "Layer";
        var index = AddShared(new LayerMember(name, symbol.Locations[0].SourceSpan.Start, parameter.Name, layer.ParamsType!));
        _memberOfLayer.Add(layer.ParamsType!, index);
        return index;
    }

    /// <summary>The member of a module that a local holds; all calls share it, also those in loops.</summary>
    private int MemberOf(ModuleLocal local, Callee callee)
    {
        if (_memberOfLocal.TryGetValue(local, out var known))
            return known;

        var declaration = local.Declaration;
        var member = new ModuleMember(MemberNames.Of(callee), declaration.SpanStart, callee, local.Layer.Given) { Field = local.Layer.Field };
        var index = callee.IsSingleton ? MemberOfSingleton(callee, member) : CheckReach(AddShared(member), member);
        _memberOfLocal.Add(local, index);
        CheckPlace(index, declaration);
        return index;
    }

    /// <summary><c>Layer d = Dense(10)</c>: the local becomes the module itself, the variable of a loop over layers the bound layer.</summary>
    private bool ReplaceLayerType(TypeSyntax type, PieceList into)
    {
        var becomesVar = !type.IsVar && type.Parent switch
        {
            VariableDeclarationSyntax { Variables.Count: 1 } declaration => declaration.Type == type && HoldsModule(declaration.Variables[0]),
            ForEachStatementSyntax loop => loop.Type == type && IsLayersParameter(loop.Expression),
            _ => false,
        } && TreeTypes.IsLayer(_model.GetTypeInfo(type).Type);

        if (becomesVar)
            into.Replace(type, new TextPiece("var"));

        return becomesVar;
    }

    /// <summary><c>Layer d = Dense(3), e = Dense(4);</c> becomes a declaration for each, as the modules are of different types.</summary>
    private bool ReplaceDeclaration(VariableDeclarationSyntax declaration, PieceList into)
    {
        if (declaration.Parent is not LocalDeclarationStatementSyntax || !declaration.Variables.Any(HoldsModule))
            return false;

        var isLayer = TreeTypes.IsLayer(_model.GetTypeInfo(declaration.Type).Type);
        into.Add(declaration.Type.GetLeadingTrivia());
        foreach (var child in declaration.Variables.GetWithSeparators())
        {
            if (child.AsNode() is VariableDeclaratorSyntax variable)
            {
                into.Add((isLayer && HoldsModule(variable) ? "var" : declaration.Type.WithoutTrivia().ToString()) + " ");
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
        if (Outermost(cast).Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } || !HoldsModule(variable))
            return false;

        into.Add(cast.GetLeadingTrivia());
        Emit(cast.Expression, into);
        return true;
    }

    private bool HoldsModule(VariableDeclaratorSyntax variable) =>
        _model.GetDeclaredSymbol(variable) is { } local && _locals.TryGetValue(local, out var module) && module.Layer.Kind == LayerArgumentKind.Module;

    private bool ReplaceLayersParameter(SimpleNameSyntax name, PieceList into)
    {
        if (!IsLayersParameter(name))
            return false;

        if (name.Parent is ForEachStatementSyntax loop && loop.Expression == name)
        {
            _callsLayers = true;
            into.Replace(name, new LayersPiece(NameOfLayers));
            return true;
        }

        if (Writes.To(name))
            Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, Excerpt.Of(name), "is written to, but its parameters are those of the layers as they were given", "use it as it is, or pass other layers to a template such as Sequential"));

        if (IsNamedOnly(name) || IsCounted(name) || IsHandedOnAsLayers(name))
            return false;

        _callsLayers = true;
        into.Replace(name, new LayersPiece(NameOfLayers, AsValue: true));
        return true;
    }

    // InCallOrder is how Sequential looks at what it was given.
    private static bool IsCounted(SimpleNameSyntax layers) => layers.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "InCallOrder" } or
        IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };

    /// <summary>Whether layers, or what is made of them by way of their members, are handed on to a template, which takes care of their parameters.</summary>
    private bool IsHandedOnAsLayers(ExpressionSyntax layers)
    {
        var (whole, next) = (layers, layers.Parent);
        for (; next is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax; next = next.Parent)
            whole = (ExpressionSyntax)next;

        return IsHandedOn(whole) && (_model.GetTypeInfo(whole).Type is not { } type || TreeTypes.MentionsLayer(type));
    }

    private string NameOfLayers => _surface.Parameters.First(parameter => parameter.Role == ParameterRole.Layers).Name;

    private bool IsOneOfLayers(ExpressionSyntax called, ISymbol? symbol) => called switch
    {
        ElementAccessExpressionSyntax element => IsLayersParameter(element.Expression),
        IdentifierNameSyntax => IsLoopVariable(symbol),
        _ => false,
    };

    private bool IsLoopVariable(ISymbol? symbol) =>
        symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local &&
        local.DeclaringSyntaxReferences[0].GetSyntax() is ForEachStatementSyntax loop && IsLayersParameter(loop.Expression);

    private bool IsLayersParameter(ExpressionSyntax expression) =>
        _layersParameter is not null && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(expression).Symbol, _layersParameter);

    /// <summary>A name that isn't called: of a template, or of a layer that may be one.</summary>
    private bool CheckName(ExpressionSyntax name, PieceList into)
    {
        if (IsPartOfName(name) || IsNamedOnly(name))
            return false;

        var symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is IMethodSymbol method)
            return CheckMethodGroup(name, method);

        if (IsLoopVariable(symbol))
        {
            into.Replace(name, new TextPiece($"{name.WithoutTrivia()}.ToLayer()"));
            return true;
        }

        if (symbol is IParameterSymbol && _singleLayers.ContainsKey(symbol))
        {
            if (Writes.To(name))
                Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, Excerpt.Of(name), "is written to, but its parameters are those of the layer as it was given", "use it as it is, or hold another layer in a local of its own"));
            else if (!IsComparedWithNull(name))
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

    private bool TakesLayers(ExpressionSyntax call) =>
        (_model.GetSymbolInfo(call).Symbol is IMethodSymbol method && (IsPrimitive(method) || _callees.TemplateOf(method) is not null)) ||
        TreeTypes.IsModule(_model.GetTypeInfo(call).Type);

    private static bool IsComparedWithNull(ExpressionSyntax layer) => Outermost(layer).Parent is
        IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (IsAround(expression.Parent))
            expression = (ExpressionSyntax)expression.Parent!;

        return expression;
    }

    /// <summary>Whether an expression leaves the module that is in it what it is.</summary>
    private static bool IsAround(SyntaxNode? node) =>
        node is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    /// <summary>Whether a larger expression is what the name stands for, and is looked at itself.</summary>
    private static bool IsPartOfName(ExpressionSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        _ => false,
    };

    /// <summary>Whether the name is called, or only its text matters.</summary>
    private static bool IsNamedOnly(ExpressionSyntax name) =>
        (name.Parent is InvocationExpressionSyntax invocation && invocation.Expression == name) ||
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };

    private static DiagnosticInfo NotFollowed(ExpressionSyntax expression, string why)
    {
        return DiagnosticInfo.At(
            expression,
            Diagnostics.ModuleNotCalled,
            Excerpt.Of(expression),
            why,
            "declare it as the module that it is, or hand it to the template as a layer");
    }
}

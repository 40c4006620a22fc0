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
    private const string OnlyCalled = "call it in place, as in 'x = layer(x)'";

    /// <summary>A call of a delegate of type <c>Layer</c>: of a module in a local, of one of the template's layers, or of a function.</summary>
    private bool ReplaceLayerCall(InvocationExpressionSyntax invocation, PieceList into)
    {
        var called = LayerArguments.Called(invocation);
        var symbol = _model.GetSymbolInfo(called).Symbol;
        var layer = _layers.Classify(called);
        if (layer.Kind == LayerArgumentKind.Function)
            return false;

        if (symbol is not null && _locals.TryGetValue(symbol, out var local) && layer is { Kind: LayerArgumentKind.Module, Callee: { } callee })
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

        Problems.Add(NotFollowed(called, "may be any layer, also one with parameters"));
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
        var member = new ModuleMember(MemberNames.Of(callee), declaration.SpanStart, callee, local.Layer.Given);
        var index = callee.IsSingleton ? MemberOfSingleton(callee, member) : CheckReach(AddShared(member), member);
        _memberOfLocal.Add(local, index);
        CheckPlace(index, declaration);
        if (!callee.IsSingleton && _placement.OccurrenceOf(declaration) == Occurrence.Repeated)
        {
            Misplaced.Add(new(index, DiagnosticInfo.At(
                declaration, Diagnostics.CannotPlace, OneLine(declaration), "in a loop", "declare it before the loop to share it, or call the template in place for one in each round")));
        }

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

        into.Add(declaration.Type.GetLeadingTrivia());
        foreach (var child in declaration.Variables.GetWithSeparators())
        {
            if (child.AsNode() is VariableDeclaratorSyntax variable)
            {
                into.Add((HoldsModule(variable) ? "var" : declaration.Type.WithoutTrivia().ToString()) + " ");
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
            Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, OneLine(name), "is written to, but its parameters are those of the layers as they were given", "use it as it is, or pass other layers to a template such as Sequential"));

        return false;
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
    private bool CheckName(ExpressionSyntax name)
    {
        if (IsPartOfName(name) || IsNamedOnly(name))
            return false;

        var symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is IMethodSymbol method)
            return CheckMethodGroup(name, method);

        if (IsLoopVariable(symbol))
        {
            Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, OneLine(name), "is one of the template's own layers, which can be called and nothing else", OnlyCalled));
            return true;
        }

        if (symbol is IParameterSymbol && _singleLayers.ContainsKey(symbol))
        {
            if (Writes.To(name))
                Problems.Add(DiagnosticInfo.At(name, Diagnostics.ModuleNotCalled, OneLine(name), "is written to, but its parameters are those of the layer as it was given", "use it as it is, or hold another layer in a local of its own"));
            else if (!IsComparedWithNull(name))
                CheckModule(name);
        }
        else if (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && !Writes.To(name))
        {
            var type = _model.GetTypeInfo(name);
            if ((TreeTypes.IsModule(type.Type) || TreeTypes.IsLayer(type.Type)) && _layers.Classify(name).Kind != LayerArgumentKind.Function)
                CheckModule(name);
        }

        return false;
    }

    /// <summary>A module that becomes a delegate where nobody looks for modules would be called as a plain function.</summary>
    /// <returns>False: the text stays.</returns>
    private bool CheckModule(ExpressionSyntax expression)
    {
        var type = _model.GetTypeInfo(expression);
        var isLayer = type.ConvertedType is { } converted && TreeTypes.IsLayer(converted);
        ExpressionSyntax outermost = expression;
        while (outermost.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            outermost = (ExpressionSyntax)outermost.Parent;
            isLayer |= TreeTypes.IsLayer(_model.GetTypeInfo(outermost).Type);
        }

        if (!isLayer || !(TreeTypes.IsModule(type.Type) || TreeTypes.IsLayer(type.Type)))
            return false;

        var isFollowed = outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => _model.GetDeclaredSymbol(variable) is { } local && _locals.ContainsKey(local),
            ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
            ExpressionElementSyntax or InitializerExpressionSyntax => true,
            _ => false,
        };

        if (!isFollowed)
            Problems.Add(NotFollowed(expression, "becomes a layer where JaxNet cannot follow it"));

        return false;
    }

    private bool TakesLayers(ExpressionSyntax call) =>
        (_model.GetSymbolInfo(call).Symbol is IMethodSymbol method && (IsPrimitive(method) || _callees.TemplateOf(method) is not null)) ||
        TreeTypes.IsModule(_model.GetTypeInfo(call).Type);

    private static bool IsComparedWithNull(ExpressionSyntax layer) => Outermost(layer).Parent is
        IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            expression = (ExpressionSyntax)expression.Parent;

        return expression;
    }

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
        var text = OneLine(expression);
        return DiagnosticInfo.At(
            expression,
            Diagnostics.ModuleNotCalled,
            text,
            why,
            $"call it in place, hold it in a local that is declared once, as in 'Layer d = {text};', or pass it as a layer to a template such as Sequential");
    }
}

using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells what a body passes where a layer is wanted.</summary>
/// <param name="elsewhere">Tells which locals hold what the body didn't make.</param>
/// <param name="hyperparameters">The layers that the template is given, with their type parameters.</param>
internal sealed partial class LayerArguments(
    SemanticModel model,
    TypePaths paths,
    int position,
    CalleeResolver callees,
    IReadOnlyDictionary<ISymbol, ModuleLocal> locals,
    IReadOnlyDictionary<ISymbol, TemplateParameter> hyperparameters,
    SpelledLayers spelled,
    LayersFromElsewhere elsewhere)
{
    /// <summary>The layers that a call or an object creation gives to its target.</summary>
    public GivenLayers Of(SyntaxNode call)
    {
        var (target, arguments) = call switch
        {
            InvocationExpressionSyntax invocation => (model.GetSymbolInfo(invocation).Symbol as IMethodSymbol, invocation.ArgumentList.Arguments),
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => (model.GetSymbolInfo(call).Symbol as IMethodSymbol, list.Arguments),
            _ => (null, default),
        };

        return target is null ? default : new(ListOf(target, arguments), SinglesOf(call, target, arguments)) { Named = NamedOf(target, arguments).ToEquatableArray() };
    }

    /// <summary>What is known of an expression that becomes a layer.</summary>
    public LayerArgument Classify(ExpressionSyntax expression)
    {
        expression = Value(expression);
        if (expression is AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax)
            return LayerArgument.Function;

        if (expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
        {
            // Only the factory gives the module that everybody shares.
            return callees.ModuleOf(model.GetTypeInfo(expression).Type) is { } callee
                ? new(LayerArgumentKind.Module, IsFactory(expression) ? callee : callee with { IsSingleton = false }, Of(expression), Local: null)
                : FunctionOrUnknown(expression);
        }

        // Of other expressions the symbol may be the conversion to a layer.
        return expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax) ? FunctionOrUnknown(expression) : model.GetSymbolInfo(expression).Symbol switch
        {
            IMethodSymbol method => callees.TemplateOf(method) switch
            {
                null => LayerArgument.Function,
                { IsSingleton: true } callee => new(LayerArgumentKind.Module, callee, default, Local: null),
                _ => LayerArgument.Unknown,
            },
            { } symbol when locals.TryGetValue(symbol, out var local) => local.Layer,
            { } symbol when hyperparameters.TryGetValue(symbol, out var layer) =>
                new(LayerArgumentKind.Hyperparameter, Callee: null, default, layer.Name) { ParamsType = layer.Layer!.TypeParameter },
            // Of another field, an object's, only the type is known: each object has its own.
            IFieldSymbol { IsStatic: true, IsReadOnly: true } field when callees.ModuleOf(field.Type) is { } callee =>
                new(LayerArgumentKind.Module, callee with { IsSingleton = false }, new(default, SinglesOf(field.Type)), field.ToDisplayString())
                {
                    Field = StaticField(field),
                },
            _ => FunctionOrUnknown(expression),
        };
    }

    /// <summary>A static field that never changes, in full; null for other symbols.</summary>
    public static string? StaticField(ISymbol? symbol) => symbol is IFieldSymbol { IsStatic: true, IsReadOnly: true } field
        ? $"{field.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Identifier.Escape(field.Name)}"
        : null;

    /// <summary>A layer that a body makes is a function by then; a module is not, wherever it comes from.</summary>
    private LayerArgument FunctionOrUnknown(ExpressionSyntax expression) =>
        !IsOfModuleType(expression) && IsOfBody(expression) ? LayerArgument.Function : LayerArgument.Unknown;

    private bool IsOfModuleType(ExpressionSyntax expression) => TreeTypes.IsModule(model.GetTypeInfo(expression).Type);

    /// <summary>Whether an expression gives a module of which only the type is known: <c>modules[0]</c>, <c>pair.Item1</c>, a choice.</summary>
    public bool IsKnownByType(ExpressionSyntax expression) => IsOfModuleType(Value(expression)) && ClassifyArgument(expression).Kind == LayerArgumentKind.Unknown;

    /// <summary>What an expression gives: parentheses and casts are left out, but for a cast that makes a module of something else.</summary>
    private ExpressionSyntax Value(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast when IsOfModuleType(cast) && !IsOfModuleType(cast.Expression) => cast,
        _ => Inner(expression) is { } inner ? Value(inner) : expression,
    };

    /// <summary>
    /// What is known of an argument where a template takes a layer: it is handed on as it is, so that what only the run tells apart
    /// may be a module.
    /// </summary>
    private LayerArgument ClassifyArgument(ExpressionSyntax argument) => Unwrap(argument) is ElementAccessExpressionSyntax element && IsLayersParameter(element.Expression)
        ? LayerArgument.Unknown
        : Classify(argument);

    /// <summary>
    /// Whether a layer, or a collection of layers, comes out of the body itself: where a body makes modules values they become functions.
    /// </summary>
    private bool IsOfBody(ExpressionSyntax expression) => Unwrap(expression) switch
    {
        ConditionalExpressionSyntax choice => IsKnown(choice.WhenTrue) && IsKnown(choice.WhenFalse),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => IsKnown(arm.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => IsKnown(choice.Left) && IsKnown(choice.Right),
        AssignmentExpressionSyntax assignment => IsKnown(assignment.Right),
        ThrowExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => true,
        ElementAccessExpressionSyntax element => IsOfBody(element.Expression),
        MemberAccessExpressionSyntax access => IsOfBody(access.Expression),
        ConditionalAccessExpressionSyntax access => IsOfBody(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => IsOfBody(access.Expression),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: var kind } &&
            (kind == MethodKind.LocalFunction || (kind == MethodKind.DelegateInvoke && IsOfBody(call.Expression))),
        SimpleNameSyntax name => model.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ForEachStatementSyntax loop => IsOfBody(loop.Expression),
            ILocalSymbol local => !elsewhere.IsSourceOf(local),
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } } => true,
            _ => IsLayersParameter(name) || IsNamedLayersParameter(name),
        },
        _ => false,
    };

    private bool IsKnown(ExpressionSyntax layer) => ClassifyTyped(layer).Kind != LayerArgumentKind.Unknown;

    /// <summary>The template's own layers, which become functions where they are values.</summary>
    private bool IsLayersParameter(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } parameter &&
        TreeTypes.IsLayers(parameter.Type);

    private bool IsNamedLayersParameter(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } parameter &&
        TreeTypes.IsNamedLayers(parameter.Type);

    /// <summary>Whether a call is that of a template's own factory, which has the template's name.</summary>
    private bool IsFactory(ExpressionSyntax call) => model.GetSymbolInfo(call).Symbol is IMethodSymbol method &&
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => callees.TemplateOf(other) is not null);

    /// <summary>What is known of an expression that becomes a layer, if only by its type.</summary>
    public LayerArgument ClassifyTyped(ExpressionSyntax expression) =>
        ClassifyArgument(expression) is { Kind: not LayerArgumentKind.Unknown } known ? known : OfModule(model.GetTypeInfo(Value(expression)).Type);

    private EquatableArray<LayerArgument> ListOf(IMethodSymbol target, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (target.Parameters.FirstOrDefault(p => TreeTypes.IsLayers(p.OriginalDefinition.Type)) is not { } layers)
            return default;

        var given = arguments.Where((argument, i) => argument.NameColon is { } name
            ? name.Name.Identifier.ValueText == layers.Name
            : i >= layers.Ordinal).ToList();

        if (given.Count == 1 && model.GetTypeInfo(given[0].Expression) is var type && (type.Type is IArrayTypeSymbol || TreeTypes.IsLayers(type.ConvertedType!)))
        {
            return spelled.ElementsOf(given[0].Expression)?.Select(ClassifyArgument).ToEquatableArray() ??
                new[] { AreMadeOfLayers(given[0].Expression) ? LayerArgument.Function : LayerArgument.Unknown }.ToEquatableArray();
        }

        return given.Select(argument => ClassifyArgument(argument.Expression)).ToEquatableArray();
    }

    private IEnumerable<NamedLayerArgument> NamedOf(IMethodSymbol target, SeparatedSyntaxList<ArgumentSyntax> arguments) => target.Parameters
        .Where(parameter => TreeTypes.IsNamedLayers(parameter.OriginalDefinition.Type))
        .SelectMany((parameter, i) => spelled.EntriesOf(ArgumentFor(parameter, arguments)?.Expression).Select(entry => new NamedLayerArgument(i, entry.Key, ClassifyArgument(entry.Value))));

    private EquatableArray<LayerArgument> SinglesOf(SyntaxNode call, IMethodSymbol target, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var given = target.Parameters.Where(IsSingleLayer).Select(parameter => ArgumentFor(parameter, arguments)?.Expression).ToList();
        if (given.Count == 0)
            return default;

        if (callees.TemplateOf(target) is not null)
            return given.Select(layer => layer is null ? LayerArgument.Function : ClassifyTyped(layer)).ToEquatableArray();

        // Modules keep their types if all layers are modules; else the module is one of any layers.
        var isTyped = call is InvocationExpressionSyntax ? given.All(IsModule) : SinglesOf(model.GetTypeInfo(call).Type).All(layer => layer.ParamsType is not null || layer.Kind == LayerArgumentKind.Module);
        return given.Select(layer => layer is null ? LayerArgument.Function : !isTyped ? ClassifyArgument(layer) with { IsErased = true } : ClassifyArgument(layer) switch
        {
            { Kind: LayerArgumentKind.Module } known => known,
            _ => OfModule(model.GetTypeInfo(layer).Type),
        }).ToEquatableArray();
    }

    /// <summary>Whether an argument is a module for the compiler when it sees the compiled body, where locals that hold modules have their own types.</summary>
    private bool IsModule(ExpressionSyntax? layer) => layer switch
    {
        null => false,
        ParenthesizedExpressionSyntax parenthesized => IsModule(parenthesized.Expression),
        _ when TreeTypes.IsModule(model.GetTypeInfo(layer).Type) => true,
        SimpleNameSyntax or MemberAccessExpressionSyntax => Classify(layer) is { Kind: LayerArgumentKind.Module },
        _ => false,
    };

    private LayerArgument OfModule(ITypeSymbol? module)
    {
        if (callees.ModuleOf(module) is { } callee)
            return new(LayerArgumentKind.Module, callee, new(default, SinglesOf(module)), Local: null);

        for (; module is not null; module = module.BaseType)
        {
            if (module is INamedTypeSymbol { Name: "Module", Arity: 3 } known && TreeTypes.IsJaxNet(module))
                return OfParams(known.TypeArguments[0]);
        }

        return LayerArgument.Unknown;
    }

    /// <summary>A layer of which the type of its parameters is known, and nothing else: a module that is no template's.</summary>
    private LayerArgument OfParams(ITypeSymbol parameters) => TreeTypes.IsParams(parameters.BaseType)
        ? LayerArgument.Unknown with { ParamsType = paths.PathOf(parameters, position) }
        : LayerArgument.Unknown;

    /// <summary>The layers of a module, as far as its type tells them.</summary>
    private EquatableArray<LayerArgument> SinglesOf(ITypeSymbol? generic) => (generic as INamedTypeSymbol)?.TypeArguments
        .Skip((callees.ModuleOf(generic) ?? callees.ParamsOf(generic))?.TypeArguments.Count ?? 0)
        .Select(parameters => callees.ParamsOf(parameters) is { } callee
            ? new(LayerArgumentKind.Module, callee, new(default, SinglesOf(parameters)), Local: null)
            : OfParams(parameters))
        .ToEquatableArray() ?? default;

    private static ArgumentSyntax? ArgumentFor(IParameterSymbol parameter, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name) ??
        (arguments.Count > parameter.Ordinal && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal] : null);

    /// <summary>Whether a parameter of a template or a factory takes one layer: a factory may ask for the module.</summary>
    private static bool IsSingleLayer(IParameterSymbol parameter) => TreeTypes.IsLayer(parameter.OriginalDefinition.Type) ||
        (parameter.ContainingSymbol is IMethodSymbol { IsGenericMethod: true } && TreeTypes.IsModule(parameter.OriginalDefinition.Type));

    /// <summary>The layer of a call: <c>d</c> in <c>d(x)</c>, <c>d.Invoke(x)</c> and <c>d!(x)</c>.</summary>
    public static ExpressionSyntax Called(InvocationExpressionSyntax invocation) => Unwrap(
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access ? access.Expression : invocation.Expression);

    public static ExpressionSyntax Unwrap(ExpressionSyntax expression) => Inner(expression) is { } inner ? Unwrap(inner) : expression;

    /// <summary>What is in parentheses, behind a cast, or before an exclamation mark.</summary>
    private static ExpressionSyntax? Inner(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
        CastExpressionSyntax cast => cast.Expression,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => sure.Operand,
        _ => null,
    };
}

using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells where a body's modules and layers go: to a call, to a template, or where nobody can follow them.</summary>
/// <param name="layersParameter">The list of layers that the template is given; null if there is none.</param>
/// <param name="locals">The locals that hold one module.</param>
internal sealed class LayerFlow(
    SyntaxNode body, SemanticModel model, CalleeResolver callees, ISymbol? layersParameter, IReadOnlyDictionary<ISymbol, ModuleLocal> locals)
{
    /// <summary>What the template calls the list of layers that it is given.</summary>
    public string? LayersParameter => layersParameter?.Name;

    /// <summary>The layer type that a module converts to; null if it stays a module.</summary>
    public INamedTypeSymbol? LayerThatBecomes(ExpressionSyntax expression)
    {
        var type = model.GetTypeInfo(expression);
        if (!TreeTypes.IsModule(type.Type) && !TreeTypes.IsLayer(type.Type))
            return null;

        var layer = type.ConvertedType;
        for (SyntaxNode? around = expression.Parent; !TreeTypes.IsLayer(layer) && Surroundings.IsAround(around); around = around!.Parent)
        {
            // A cast to a module is what becomes the layer then.
            var outer = model.GetTypeInfo(around!);
            if (around is CastExpressionSyntax && TreeTypes.IsModule(outer.Type))
                return null;

            layer = TreeTypes.IsLayer(outer.Type) ? outer.Type : outer.ConvertedType;
        }

        return TreeTypes.IsLayer(layer) ? (INamedTypeSymbol)layer! : null;
    }

    /// <summary>Whether the generator knows all calls of a module that becomes a layer here.</summary>
    public bool IsFollowed(ExpressionSyntax expression) => Surroundings.Outermost(expression).Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable) is { } local && locals.ContainsKey(local),
        ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => IsHandedOn(list),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Parent.Parent: BaseObjectCreationExpressionSyntax dictionary } => IsHandedOn(dictionary),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Parent.Parent: BaseObjectCreationExpressionSyntax dictionary } => IsHandedOn(dictionary),
        InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax } list => IsHandedOn((ExpressionSyntax)list.Parent!),
        _ => false,
    };

    /// <summary>Whether a list of layers is an argument of a template, or a local that is nothing else.</summary>
    public bool IsHandedOn(ExpressionSyntax list) => Surroundings.Outermost(list).Parent switch
    {
        ArgumentSyntax { Parent.Parent: ExpressionSyntax call } => TakesLayers(call),
        SpreadElementSyntax { Parent: CollectionExpressionSyntax outer } => IsHandedOn(outer),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable) is { } local && IsOnlyHandedOn(local),
        _ => false,
    };

    /// <summary>Whether nothing is done with a local list but that it is handed on, so that it stays what it was declared as.</summary>
    public bool IsOnlyHandedOn(ISymbol list) => body.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == list.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, list))
        .All(name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } || IsHandedOn(name));

    /// <summary>Whether layers, or a choice of them by way of their members, are handed on to a template, which takes care of their parameters.</summary>
    public bool IsHandedOnAsLayers(ExpressionSyntax layers)
    {
        var (whole, next) = (layers, layers.Parent);
        for (; next is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax; next = next.Parent)
        {
            // A function may call the layers.
            if (next is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } && arguments.Select(argument => argument.Expression).Any(IsFunction(model)))
                return false;

            whole = (ExpressionSyntax)next;
        }

        return IsHandedOn(whole) && (model.GetTypeInfo(whole).Type is not { } type || TreeTypes.MentionsLayer(type));
    }

    /// <summary>Tells lambdas and names of methods from other arguments.</summary>
    public static Func<ExpressionSyntax, bool> IsFunction(SemanticModel model) => argument => argument is AnonymousFunctionExpressionSyntax ||
        (argument is SimpleNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(argument).Symbol is IMethodSymbol);

    /// <summary>Whether a call, or the making of a module, takes care of the parameters of layers that it is given.</summary>
    public bool TakesLayers(ExpressionSyntax call) =>
        (model.GetSymbolInfo(call).Symbol is IMethodSymbol method && (CalleeResolver.IsPrimitive(method) || callees.TemplateOf(method) is not null)) ||
        TreeTypes.IsModule(model.GetTypeInfo(call).Type);

    /// <summary>Whether a local holds the module itself.</summary>
    public bool HoldsModule(VariableDeclaratorSyntax variable) =>
        model.GetDeclaredSymbol(variable) is { } local && locals.TryGetValue(local, out var module) && module.Layer.Kind == LayerArgumentKind.Module;

    /// <summary>Whether an expression is the list of layers that the template is given.</summary>
    public bool IsLayersParameter(ExpressionSyntax expression) =>
        layersParameter is not null && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(expression).Symbol, layersParameter);

    /// <summary>Whether a symbol is the variable of a loop over the template's layers.</summary>
    public bool IsLoopVariable(ISymbol? symbol) =>
        symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local &&
        local.DeclaringSyntaxReferences[0].GetSyntax() is ForEachStatementSyntax loop && IsLayersParameter(loop.Expression);

    /// <summary>Whether what is called is one of the template's layers, taken out of their list.</summary>
    public bool IsOneOfLayers(ExpressionSyntax called, ISymbol? symbol) => called switch
    {
        ElementAccessExpressionSyntax element => IsLayersParameter(element.Expression),
        IdentifierNameSyntax => IsLoopVariable(symbol),
        _ => false,
    };
}

using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Tells what a body passes where a layer is wanted.</summary>
internal sealed class LayerArguments(SemanticModel model, CalleeResolver callees, IReadOnlyDictionary<ISymbol, ModuleLocal> locals)
{
    /// <summary>The layers that a call or an object creation lists for the layers of its target.</summary>
    public EquatableArray<LayerArgument> Of(SyntaxNode call)
    {
        var (target, arguments) = call switch
        {
            InvocationExpressionSyntax invocation => (model.GetSymbolInfo(invocation).Symbol as IMethodSymbol, invocation.ArgumentList.Arguments),
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => (model.GetSymbolInfo(call).Symbol as IMethodSymbol, list.Arguments),
            _ => (null, default),
        };

        if (target?.Parameters.FirstOrDefault(p => TreeTypes.IsLayers(p.Type)) is not { } layers)
            return default;

        var given = arguments.Where((argument, i) => argument.NameColon is { } name
            ? name.Name.Identifier.ValueText == layers.Name
            : i >= layers.Ordinal).ToList();

        if (given.Count == 1 && model.GetTypeInfo(given[0].Expression) is var type && (type.Type is IArrayTypeSymbol || TreeTypes.IsLayers(type.ConvertedType!)))
            return ElementsOf(given[0].Expression)?.Select(Classify).ToEquatableArray() ?? new[] { LayerArgument.Unknown }.ToEquatableArray();

        return given.Select(argument => Classify(argument.Expression)).ToEquatableArray();
    }

    /// <summary>What is known of an expression that becomes a layer.</summary>
    public LayerArgument Classify(ExpressionSyntax expression)
    {
        expression = Unwrap(expression);
        if (expression is AnonymousFunctionExpressionSyntax)
            return LayerArgument.Function;

        if (expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
        {
            return callees.ModuleOf(model.GetTypeInfo(expression).Type) is { } callee
                ? new(LayerArgumentKind.Module, callee, Of(expression), Local: null)
                : LayerArgument.Unknown;
        }

        // Of other expressions the symbol may be the conversion to a layer.
        return expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax) ? LayerArgument.Unknown : model.GetSymbolInfo(expression).Symbol switch
        {
            IMethodSymbol method when callees.TemplateOf(method) is null => LayerArgument.Function,
            { } symbol when locals.TryGetValue(symbol, out var local) => local.Layer,
            _ => LayerArgument.Unknown,
        };
    }

    /// <summary>The layer of a call: <c>d</c> in <c>d(x)</c>, <c>d.Invoke(x)</c> and <c>d!(x)</c>.</summary>
    public static ExpressionSyntax Called(InvocationExpressionSyntax invocation) => Unwrap(
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access ? access.Expression : invocation.Expression);

    public static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrap(parenthesized.Expression),
        CastExpressionSyntax cast => Unwrap(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Unwrap(sure.Operand),
        _ => expression,
    };

    private static IEnumerable<ExpressionSyntax>? ElementsOf(ExpressionSyntax expression) => Unwrap(expression) switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(e => e is ExpressionElementSyntax) =>
            collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        _ => null,
    };
}

/// <summary>A local variable that holds a layer.</summary>
/// <param name="Layer">What is known of the layer.</param>
internal sealed record ModuleLocal(VariableDeclaratorSyntax Declaration, LayerArgument Layer);

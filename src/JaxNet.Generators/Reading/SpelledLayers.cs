using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>The layers of a collection that is spelled out: where it is passed, or where the local is declared that is passed.</summary>
/// <param name="isOnlyHandedOn">Whether nothing else is done with a local, so that it stays what it was declared as.</param>
internal sealed class SpelledLayers(SemanticModel model, Func<ISymbol, bool> isOnlyHandedOn)
{
    /// <summary>The elements of a list; null if they aren't spelled out.</summary>
    public IEnumerable<ExpressionSyntax>? ElementsOf(ExpressionSyntax list) => ValueOf(list) switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(e => e is ExpressionElementSyntax) =>
            collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        _ => null,
    };

    /// <summary>The entries of a dictionary; none if they aren't spelled out, or a key isn't a constant.</summary>
    public IReadOnlyDictionary<string, ExpressionSyntax> EntriesOf(ExpressionSyntax? dictionary)
    {
        var entries = new Dictionary<string, ExpressionSyntax>();
        if (dictionary is null || ValueOf(dictionary) is not BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } creation ||
            !IsOfFramework(model.GetTypeInfo(creation).Type))
        {
            return entries;
        }

        foreach (var entry in initializer.Expressions)
        {
            var (key, layer) = entry switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } index }, Right: var value } => (index[0].Expression, value),
                InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
                _ => (null, entry),
            };

            if (key is null || model.GetConstantValue(key) is not { Value: string name })
                return new Dictionary<string, ExpressionSyntax>();

            entries[name] = layer;
        }

        return entries;
    }

    /// <summary>A class of one's own may do with its entries what it likes.</summary>
    private static bool IsOfFramework(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal) == true;

    /// <summary>What a local was declared with that is only handed on; other expressions as they are.</summary>
    public ExpressionSyntax ValueOf(ExpressionSyntax expression)
    {
        expression = LayerArguments.Unwrap(expression);
        return expression is IdentifierNameSyntax && model.GetSymbolInfo(expression).Symbol is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local &&
            local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value } && isOnlyHandedOn(local)
                ? LayerArguments.Unwrap(value)
                : expression;
    }
}

using JaxNet.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace JaxNet.CodeFixes;

/// <summary>Finds what a fix can name.</summary>
internal static class Variables
{
    /// <summary>The variable of a type that was declared last before a place; null if there is none.</summary>
    /// <param name="type">The type's full name.</param>
    public static string? OfType(string type, int position, SemanticModel model) => model.LookupSymbols(position)
        .Where(symbol => symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.All(reference => reference.Span.End < position))
        .Where(symbol => TypeOf(symbol)?.ToDisplayString(NullableFlowState.None) == type)
        .OrderByDescending(symbol => symbol is ILocalSymbol ? 2 : symbol is IParameterSymbol ? 1 : 0)
        .ThenByDescending(symbol => symbol.Locations[0].IsInSource ? symbol.Locations[0].SourceSpan.Start : 0)
        .Select(symbol => Identifier.Escape(symbol.Name))
        .FirstOrDefault();

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}

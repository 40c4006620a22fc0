using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Static fields and properties that tensors may be in.</summary>
internal static class StaticFields
{
    /// <summary>The classes of the project whose static fields or properties a body names.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesNamedIn(SyntaxNode body, SemanticModel model) => body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .Where(symbol => symbol is { IsStatic: true } && CanHoldTensors(symbol switch { IFieldSymbol { IsConst: false } field => field.Type, IPropertySymbol property => property.Type, _ => null }))
        .Select(symbol => symbol!.ContainingType)
        .Where(type => type.Locations.Any(location => location.IsInSource));

    private static bool CanHoldTensors(ITypeSymbol? type) => type is { SpecialType: SpecialType.None, TypeKind: not (TypeKind.Enum or TypeKind.Delegate) };
}

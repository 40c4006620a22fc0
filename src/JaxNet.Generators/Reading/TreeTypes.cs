using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>Tells tensors and trees of tensors from everything else.</summary>
internal static class TreeTypes
{
    public static bool IsTree(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsTree(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsTree(element.Type)),
        INamedTypeSymbol { TypeKind: TypeKind.Error } missing => missing.Name.EndsWith("Params", StringComparison.Ordinal),
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsTree),
        INamedTypeSymbol named => IsTensor(named) || IsNode(named) || IsCollectionOfTrees(named),
        _ => false,
    };

    public static bool IsTensor(ITypeSymbol type) =>
        type is { Name: "Tensor", ContainingType: { Name: "torch", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } } };

    public static bool IsLayer(ITypeSymbol? type) => type is { Name: "Layer", TypeKind: TypeKind.Delegate } && IsJaxNet(type);

    public static bool IsLayers(ITypeSymbol type) =>
        type is IArrayTypeSymbol { ElementType: INamedTypeSymbol { Arity: 0 } element } && IsLayer(element);

    /// <summary>Whether values of the type are layers by name.</summary>
    public static bool IsNamedLayers(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments: { Length: 2 } arguments } &&
        arguments[0].SpecialType == SpecialType.System_String && arguments[1] is INamedTypeSymbol { Arity: 0 } layer && IsLayer(layer);

    /// <summary>Whether there are layers in values of the type.</summary>
    public static bool MentionsLayer(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MentionsLayer(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } when IsLayer(type) => true,
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsLayer),
        _ => false,
    };

    /// <summary>Whether the type is a module, generated or of the runtime.</summary>
    public static bool IsModule(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Module", ContainingType: null } && IsJaxNet(type))
                return true;
        }

        return false;
    }

    /// <summary>Whether the type is that of some parameters, or of any.</summary>
    public static bool IsParams(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Params", ContainingType: null } && IsJaxNet(type))
                return true;
        }

        return false;
    }

    public static bool IsJaxNet(ISymbol symbol) =>
        symbol.ContainingNamespace is { Name: "JaxNet", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsNode(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i => i.Name == "ITree" && IsJaxNet(i)) || (type.Name == "ITree" && IsJaxNet(type));

    private static bool IsCollectionOfTrees(INamedTypeSymbol type) => type.TypeArguments.Length switch
    {
        1 => type.Name is "List" or "IReadOnlyList" or "ImmutableArray" or "ImmutableList" && IsTree(type.TypeArguments[0]),
        2 => type.Name is "Dictionary" or "IReadOnlyDictionary" or "ImmutableDictionary" or "ImmutableSortedDictionary" &&
            type.TypeArguments[0].SpecialType == SpecialType.System_String && IsTree(type.TypeArguments[1]),
        _ => false,
    };
}

using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>How symbols, pages and headings are called.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>A type's name in text: <c>Layers.DenseParams</c>, <c>Module&lt;TParams&gt;</c>.</summary>
    public static string Of(INamedTypeSymbol type) => type.ToDisplayString(TypeName);

    /// <summary>The file of a type's page.</summary>
    public static string Page(INamedTypeSymbol type)
    {
        var name = type.Arity == 0 ? type.Name : $"{type.Name}-{type.Arity}";
        return type.ContainingType is { } outer ? $"{Page(outer)[..^3]}.{name}.md" : name + ".md";
    }

    /// <summary>The heading under which a member stands, with those of the same name.</summary>
    public static string Heading(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "Constructor",
        IMethodSymbol { MethodKind: MethodKind.Conversion } => "Conversions",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => "Operators",
        IPropertySymbol { IsIndexer: true } => "Indexer",
        _ => member.Name,
    };

    /// <summary>The anchor that MkDocs gives a heading.</summary>
    public static string Anchor(string heading) => heading.ToLowerInvariant();

    /// <summary>What kind of type it is: class, record, struct, interface, delegate, enum.</summary>
    public static string KindName(this INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Delegate, _) => "delegate",
        (TypeKind.Enum, _) => "enum",
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (_, true) => "record",
        _ => "class",
    };
}

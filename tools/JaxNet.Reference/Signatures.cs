using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>Declarations as somebody would write them who calls or names what is declared.</summary>
internal static partial class Signatures
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Of(ISymbol member) => member is IFieldSymbol { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } value
        ? $"{value.Name} = {value.ConstantValue}"
        : DefaultOf().Replace(member.ToDisplayString(Format), "default");

    /// <summary>A type's declaration, with its modifiers, its base and no interfaces.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var declared = type.ToDisplayString(Format);
        if (type.KindName() is "delegate" or "enum" or "interface") return declared;
        var modifiers = type.IsStatic ? "static " : type is { IsAbstract: true } ? "abstract " : type is { IsSealed: true, IsValueType: false } ? "sealed " : "";
        var based = type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } above ? $" : {above.ToDisplayString(Format).Replace("class ", "").Replace("record ", "")}" : "";
        var where = declared.IndexOf(" where ", StringComparison.Ordinal);
        return modifiers + (where < 0 ? declared + based : declared[..where] + based + declared[where..]);
    }

    [GeneratedRegex(@"default\([^()]*\)")]
    private static partial Regex DefaultOf();
}

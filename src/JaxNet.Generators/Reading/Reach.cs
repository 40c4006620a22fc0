using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>From where something can be named.</summary>
/// <param name="IsInternal">Only in its own assembly.</param>
/// <param name="Region">Only in the body of this type; null if anywhere.</param>
internal sealed record Reach(bool IsInternal, INamedTypeSymbol? Region)
{
    /// <summary>
    /// The accessibility of the types that are generated for a template. Those of a private template are internal, so that
    /// less private templates can have members of these types, unless its signature names a type that isn't.
    /// </summary>
    public static string OfGeneratedTypes(IMethodSymbol template)
    {
        if (template.DeclaredAccessibility == Accessibility.Public)
            return "public";

        var container = OfMember("internal", template.ContainingType);
        return template.Parameters.Select(parameter => parameter.Type).Append(template.ReturnType)
            .Concat(template.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes))
            .All(type => container.Access(type) != MemberAccess.OutOfReach)
            ? "internal"
            : "private";
    }

    /// <summary>The reach of a member of a type.</summary>
    public static Reach OfMember(string accessibility, INamedTypeSymbol type)
    {
        var (isInternal, region) = (accessibility == "internal", accessibility == "private" ? type : null);
        for (var around = type; around is not null; around = around.ContainingType)
        {
            isInternal |= around.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal;
            if (around.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                region ??= around.ContainingType;
        }

        return new(isInternal, region);
    }

    /// <summary>What accessibility a member of this reach must take in order to be of a type.</summary>
    public MemberAccess Access(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Access(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(Access)
            .Append(named.ContainingType is { } around ? Access(around) : MemberAccess.Same)
            .Append(Access(OfType(named)))
            .Max(),
        _ => MemberAccess.Same,
    };

    /// <summary>What accessibility a member of this reach must take in order to be of a type of another reach.</summary>
    public MemberAccess Access(Reach type)
    {
        if (type.Region is not null)
            return Region is not null && IsInside(Region, type.Region) ? MemberAccess.Same : MemberAccess.OutOfReach;

        return type.IsInternal && !IsInternal && Region is null ? MemberAccess.Internal : MemberAccess.Same;
    }

    private static Reach OfType(INamedTypeSymbol type) => OfMember(
        type.DeclaredAccessibility switch
        {
            Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
            Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal => "private",
            _ => "public",
        },
        type.ContainingType ?? type);

    private static bool IsInside(INamedTypeSymbol inner, INamedTypeSymbol outer)
    {
        for (var type = inner; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, outer))
                return true;
        }

        return false;
    }
}

using JaxNet.Generators.Analyzers;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>The names that are generated for a template, and who has them already.</summary>
/// <param name="Prefix">What they start with: the template's name; numbered for the second and later overloads of one template.</param>
/// <param name="Problem">The name that is taken, if one is.</param>
/// <param name="StateOwner">Who has the name of the running state already, which is a problem if the template keeps any.</param>
internal sealed record GeneratedNames(string Prefix, DiagnosticInfo? Problem, string? StateOwner)
{
    private const string StateSuffix = "State";

    private static readonly string[] s_suffixes = ["Params", "Module", "Builder", "Init", "Apply"];
    private static readonly string[] s_typeSuffixes = ["Params", "Module", "Builder", StateSuffix];

    /// <returns>Null for a second declaration of the same method, which the compiler reports.</returns>
    public static GeneratedNames? For(MethodDeclarationSyntax syntax, IMethodSymbol symbol, SemanticModel model)
    {
        var type = symbol.ContainingType;
        var sameName = type.GetMembers(symbol.Name).OfType<IMethodSymbol>().ToList();
        if (!sameName.Contains(symbol, SymbolEqualityComparer.Default) || sameName.Any(other => IsRedeclaration(symbol, other)))
            return null;

        var overloads = sameName.Where(IsTemplate).ToList();
        var prefix = PrefixOf(overloads.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, symbol)), symbol);
        var (taken, owner) = (s_suffixes.Select(suffix => prefix + suffix).FirstOrDefault(name => IsTaken(name, type)), type.Name);
        if (taken is null && s_suffixes.Select(suffix => (suffix, owner: OwnerOutside(suffix, prefix, syntax, symbol, model))).FirstOrDefault(found => found.owner is not null)
            is (var outside, { } other))
        {
            (taken, owner) = (prefix + outside, other);
        }

        if (taken is null && s_suffixes.Select(suffix => prefix + suffix).FirstOrDefault(name => IsDeclaredBy(symbol, name)) is { } own)
            (taken, owner) = (own, symbol.Name);

        if (taken is null && HasFactory(symbol) && sameName.Any(other => TakesFactory(other, symbol, overloads)))
            taken = $"{symbol.Name}({string.Join(", ", HyperparametersOf(symbol).Select(p => p.Type.ToMinimalDisplayString(model, syntax.SpanStart)))})";

        if (taken is not null)
            return new(prefix, DiagnosticInfo.At(syntax.Identifier, Diagnostics.NameTaken, symbol.Name, taken, owner), null);

        return new(prefix, null, IsTaken(prefix + StateSuffix, type) ? type.Name : IsDeclaredBy(symbol, prefix + StateSuffix) ? symbol.Name : OwnerOutside(StateSuffix, prefix, syntax, symbol, model));
    }

    /// <summary>
    /// Who has a generated name outside of the template's type already, so that code in the type means that by it; null if nobody has, or no code there says the name.
    /// What is generated for another template of the name doesn't count: each class can have a template Dense of its own.
    /// </summary>
    private static string? OwnerOutside(string suffix, string prefix, MethodDeclarationSyntax syntax, IMethodSymbol symbol, SemanticModel model)
    {
        var name = prefix + suffix;
        if (!NamedSymbols.AreNamed(name, syntax, symbol.ContainingType))
            return null;

        var arity = symbol.Arity + symbol.Parameters.Count(parameter => suffix != StateSuffix && SurfaceReader.RoleOf(parameter) == ParameterRole.Layer);
        var outside = model.LookupSymbols(syntax.Identifier.SpanStart, name: name).FirstOrDefault(
            found => (found is not INamedTypeSymbol type || type.Arity == arity) && found.ContainingType?.GetMembers(symbol.Name).IsEmpty != false);
        return outside?.ContainingSymbol?.ToDisplayString() ?? outside?.ToDisplayString();
    }

    /// <summary>Whether a type can't have a member of this name, because it has one, or has the name itself.</summary>
    private static bool IsTaken(string name, INamedTypeSymbol type) =>
        name == type.Name || !type.GetMembers(name).IsEmpty || type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>Whether a parameter or type parameter of the template has the name, where the generated code around them means something else by it.</summary>
    private static bool IsDeclaredBy(IMethodSymbol symbol, string name) =>
        symbol.Parameters.Any(parameter => parameter.Name == name) || symbol.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>Whether a type of this name is yet to be generated for a template that can be called here: <c>RunningState</c> for one that is named <c>Running</c>.</summary>
    public static bool WillBeInSight(string type, int position, SemanticModel model)
    {
        if (s_typeSuffixes.FirstOrDefault(suffix => type.EndsWith(suffix, StringComparison.Ordinal)) is not { } suffix || type == suffix)
            return false;

        var template = type.Substring(0, type.Length - suffix.Length);
        return model.LookupSymbols(position, name: template).OfType<IMethodSymbol>().Any(IsTemplate) ||
            TypesAround(model.GetEnclosingSymbol(position)).Any(around => around.GetMembers(template).OfType<IMethodSymbol>().Any(IsTemplate));
    }

    /// <summary>The types whose own types can be named without saying whose they are.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesAround(ISymbol? symbol)
    {
        for (var around = symbol as INamedTypeSymbol ?? symbol?.ContainingType; around is not null; around = around.ContainingType)
        {
            for (var type = around; type is not null; type = type.BaseType)
                yield return type;
        }
    }

    private static string PrefixOf(int index, IMethodSymbol symbol)
    {
        var prefix = symbol.Name;
        for (var (overload, number) = (0, 2); overload < index; number++)
        {
            // A template of the user's may be called like this already.
            prefix = symbol.Name + number;
            if (!symbol.ContainingType.GetMembers(prefix).OfType<IMethodSymbol>().Any(IsTemplate))
                overload++;
        }

        return prefix;
    }

    private static bool IsRedeclaration(IMethodSymbol symbol, IMethodSymbol other) =>
        !SymbolEqualityComparer.Default.Equals(symbol, other) &&
        InTermsOf(symbol, other) is { } same && SameTypes(symbol.Parameters, same.Parameters) &&
        symbol.Parameters.Zip(same.Parameters, (l, r) => l.RefKind == r.RefKind).All(same => same);

    /// <summary>Whether a method of the same name is what the factory would be, or an earlier overload has the same factory.</summary>
    private static bool TakesFactory(IMethodSymbol other, IMethodSymbol symbol, List<IMethodSymbol> overloads)
    {
        if (InTermsOf(symbol, other) is not { } same)
            return false;

        if (SameTypes(same.Parameters, HyperparametersOf(symbol)))
            return true;

        var (mine, others) = (IndexOf(symbol), IndexOf(other));
        return others >= 0 && others < mine && HasFactory(other) && SameTypes(HyperparametersOf(same), HyperparametersOf(symbol));

        int IndexOf(IMethodSymbol method) => overloads.FindIndex(overload => SymbolEqualityComparer.Default.Equals(overload, method));
    }

    /// <summary>Another method, with type parameters of the same names and kinds; null if it has more or fewer.</summary>
    private static IMethodSymbol? InTermsOf(IMethodSymbol symbol, IMethodSymbol other) =>
        other.Arity != symbol.Arity ? null : symbol.Arity == 0 ? other : other.Construct([.. symbol.TypeParameters]);

    private static bool IsTemplate(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax() is MethodDeclarationSyntax syntax && TemplateSyntax.IsTemplate(syntax)) && !TemplateSyntax.IsForeign(method);

    private static bool HasFactory(IMethodSymbol template) =>
        template.Parameters.Any(parameter => SurfaceReader.RoleOf(parameter) == ParameterRole.Input);

    private static IReadOnlyList<IParameterSymbol> HyperparametersOf(IMethodSymbol template) =>
        [.. template.Parameters.Where(parameter => SurfaceReader.RoleOf(parameter) != ParameterRole.Input)];

    private static bool SameTypes(IReadOnlyList<IParameterSymbol> left, IReadOnlyList<IParameterSymbol> right) =>
        left.Count == right.Count && left.Zip(right, (l, r) => SameType(l.Type, r.Type)).All(same => same);

    /// <summary>Whether two types are one in signatures, where the names of tuples' elements and <c>dynamic</c> don't count.</summary>
    private static bool SameType(ITypeSymbol left, ITypeSymbol right) => (left, right) switch
    {
        (IArrayTypeSymbol l, IArrayTypeSymbol r) => l.Rank == r.Rank && SameType(l.ElementType, r.ElementType),
        (INamedTypeSymbol { TypeArguments.Length: > 0 } l, INamedTypeSymbol { TypeArguments.Length: > 0 } r) =>
            SymbolEqualityComparer.Default.Equals(l.OriginalDefinition, r.OriginalDefinition) && l.TypeArguments.Zip(r.TypeArguments, SameType).All(same => same),
        _ => (IsObject(left) && IsObject(right)) || SymbolEqualityComparer.Default.Equals(left, right),
    };

    private static bool IsObject(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic || type.SpecialType == SpecialType.System_Object;
}

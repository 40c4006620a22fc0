using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Reading;

/// <summary>Recognises templates, factories and modules among the symbols that a body uses.</summary>
internal sealed class CalleeResolver(BindingContext context, TypePaths paths, IMethodSymbol template, int position)
{
    private readonly Reach _reach = Reach.OfMember(Reach.OfGeneratedTypes(template), template.ContainingType);
    private readonly Dictionary<ISymbol, Callee?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>How accessible a member of the template's Params can be that is of this type.</summary>
    public MemberAccess AccessOf(ITypeSymbol type) => _reach.Access(type);

    /// <summary>Whether a method is one of those that only stand for something in a body: <c>Parameter</c>, <c>RandomKey</c>, <c>Scan</c> and <c>State</c>.</summary>
    public static bool IsPrimitive(IMethodSymbol method) =>
        method.Name is "Parameter" or "RandomKey" or "Scan" or "State" && method.ContainingType is { Name: "Primitives" } type && TreeTypes.IsJaxNet(type);

    /// <summary>The template that a method is, or null if it is an ordinary method.</summary>
    public Callee? TemplateOf(IMethodSymbol? method)
    {
        if (method is null)
            return null;

        if (!_known.TryGetValue(method, out var callee))
            _known.Add(method, callee = context.SurfaceOf(method) is null && AttributeOf(method) is null ? null : CalleeFor(method, method.TypeArguments));

        return callee;
    }

    /// <summary>The template of which a type is the generated module.</summary>
    public Callee? ModuleOf(ITypeSymbol? type) => TreeTypes.IsModule(type) ? OwnerOf(type, "Module") : null;

    /// <summary>The template of which a type is the generated Params record.</summary>
    public Callee? ParamsOf(ITypeSymbol? type) => OwnerOf(type, "Params");

    private Callee? OwnerOf(ITypeSymbol? type, string suffix)
    {
        if (type is not INamedTypeSymbol { ContainingType: { } container } generated)
            return null;

        // Generated names start with the template's: a class may have hundreds of other methods.
        var template = container.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(
            method => type.Name.StartsWith(method.Name, StringComparison.Ordinal) && TemplateOf(method) is { } callee && callee.Prefix + suffix == type.Name);
        return template is null ? null : CalleeFor(template, generated.TypeArguments.Take(template.Arity));
    }

    private static AttributeData? AttributeOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "TemplateAttribute" } type && TreeTypes.IsJaxNet(type));

    private Callee CalleeFor(IMethodSymbol method, IEnumerable<ITypeSymbol> typeArguments)
    {
        var types = typeArguments.ToList();
        var container = method.ContainingType;
        var path = SymbolEqualityComparer.Default.Equals(container, template.ContainingType) ? "" : paths.PathOf(container, position) + ".";
        var fullPath = container.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ".";
        if (context.SurfaceOf(method) is { } surface)
        {
            return new(surface.Id, surface.Name, surface.Prefix, path, fullPath, AccessOf(surface.TypeAccessibility), surface.IsSingleton, Known: null)
            {
                LayerCount = surface.SingleLayers.Count(),
                TypeArguments = NamesOf(types),
                Nameless = NamelessIn(types),
                TakesNamedLayers = surface.Parameters.Any(parameter => parameter.Role == ParameterRole.NamedLayers),
            };
        }

        var attribute = AttributeOf(method)!;
        return new(
            method.OriginalDefinition.GetDocumentationCommentId()!,
            method.Name,
            (string)attribute.ConstructorArguments[0].Value!,
            path,
            fullPath,
            AccessOf(method.DeclaredAccessibility == Accessibility.Public ? "public" : "internal"),
            IsSingleton: method.Parameters.Any() && method.Parameters.All(parameter => SurfaceReader.RoleOf(parameter) == ParameterRole.Input),
            Known: new Summary(Flag("HasParameters"), Flag("NeedsKey"), Flag("IsLayerList")) { HasOnlyLayers = Flag("HasOnlyLayers"), KeepsState = Flag("KeepsState"), NamedLayers = Names("NamedLayers") })
        {
            LayerCount = method.Parameters.Count(parameter => SurfaceReader.RoleOf(parameter) == ParameterRole.Layer),
            TypeArguments = NamesOf(types),
            Nameless = NamelessIn(types),
            TakesNamedLayers = method.Parameters.Any(parameter => SurfaceReader.RoleOf(parameter) == ParameterRole.NamedLayers),
        };

        MemberAccess AccessOf(string accessibility) =>
            types.Append(container).Select(_reach.Access).Append(_reach.Access(Reach.OfMember(accessibility, container))).Max();

        EquatableArray<string> Names(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Array } names
            ? names.Values.Select(value => (string)value.Value!).ToEquatableArray()
            : default;

        bool Flag(string name) => attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);
    }

    private EquatableArray<string> NamesOf(IEnumerable<ITypeSymbol> types) => types.Select(type => paths.PathOf(type, position)).ToEquatableArray();

    /// <summary>A type that can't be named where the template's parameters are declared: an anonymous one, or a local function's type parameter.</summary>
    private static string? NamelessIn(IEnumerable<ITypeSymbol> types) => types.Select(NamelessIn).FirstOrDefault(type => type is not null);

    private static string? NamelessIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamelessIn(array.ElementType),
        ITypeParameterSymbol { DeclaringMethod.MethodKind: MethodKind.LocalFunction } => type.Name,
        INamedTypeSymbol { IsAnonymousType: true } => type.ToDisplayString(),
        INamedTypeSymbol named => NamelessIn(named.TypeArguments),
        _ => null,
    };
}

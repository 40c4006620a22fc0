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

    /// <summary>The template that a method is, or null if it is an ordinary method.</summary>
    public Callee? TemplateOf(IMethodSymbol? method)
    {
        if (method is null)
            return null;

        if (!_known.TryGetValue(method, out var callee))
            _known.Add(method, callee = context.SurfaceOf(method) is null && AttributeOf(method) is null ? null : CalleeFor(method));

        return callee;
    }

    /// <summary>The template of which a type is the generated module.</summary>
    public Callee? ModuleOf(ITypeSymbol? type) => TreeTypes.IsModule(type) ? OwnerOf(type, "Module") : null;

    /// <summary>The template of which a type is the generated Params record.</summary>
    public Callee? ParamsOf(ITypeSymbol? type) => OwnerOf(type, "Params");

    // Generated names start with the template's: a class may have hundreds of other methods.
    private Callee? OwnerOf(ITypeSymbol? type, string suffix) => (type as INamedTypeSymbol)?.ContainingType?.GetMembers().OfType<IMethodSymbol>()
        .Where(method => type!.Name.StartsWith(method.Name, StringComparison.Ordinal))
        .Select(TemplateOf)
        .FirstOrDefault(callee => callee?.Prefix + suffix == type!.Name);

    private static AttributeData? AttributeOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "TemplateAttribute" } type && TreeTypes.IsJaxNet(type));

    private Callee CalleeFor(IMethodSymbol method)
    {
        var container = method.ContainingType;
        var path = SymbolEqualityComparer.Default.Equals(container, template.ContainingType) ? "" : paths.PathOf(container, position) + ".";
        var fullPath = container.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ".";
        if (context.SurfaceOf(method) is { } surface)
        {
            var access = _reach.Access(Reach.OfMember(surface.TypeAccessibility, container));
            return new(surface.Id, surface.Name, surface.Prefix, path, fullPath, access, surface.IsSingleton, Known: null) { LayerCount = surface.SingleLayers.Count() };
        }

        var attribute = AttributeOf(method)!;
        return new(
            method.GetDocumentationCommentId()!,
            method.Name,
            (string)attribute.ConstructorArguments[0].Value!,
            path,
            fullPath,
            _reach.Access(Reach.OfMember(method.DeclaredAccessibility == Accessibility.Public ? "public" : "internal", container)),
            IsSingleton: method.Parameters.Any() && method.Parameters.All(p => TreeTypes.IsTree(p.Type) && !HasHyperparameterAttribute(p)),
            Known: new Summary(Flag("HasParameters"), Flag("NeedsKey"), Flag("IsLayerList")) { HasOnlyLayers = Flag("HasOnlyLayers"), KeepsState = Flag("KeepsState") })
        {
            LayerCount = method.Parameters.Count(parameter => TreeTypes.IsLayer(parameter.Type)),
        };

        bool Flag(string name) => attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);
    }

    private static bool HasHyperparameterAttribute(IParameterSymbol parameter) => parameter.GetAttributes().Any(
        a => a.AttributeClass is { Name: "HyperparameterAttribute" } type && TreeTypes.IsJaxNet(type));
}

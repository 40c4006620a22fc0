using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers;

/// <summary>Recognises what belongs to templates in final code, of this assembly and of others.</summary>
internal static class Templates
{
    public static bool IsTemplate(ISymbol? symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.GetAttributes().Any(
        attribute => attribute.AttributeClass is { Name: "ParametrizedAttribute" or "TemplateAttribute" } type && TreeTypes.IsJaxNet(type));

    public static bool IsParameter(IMethodSymbol method) => method.Name == "Parameter" && IsPrimitive(method);

    public static bool IsState(IMethodSymbol method) => method.Name == "State" && IsPrimitive(method);

    /// <summary>Whether it is one of what only means something in a template: <c>Parameter</c>, <c>State</c>, <c>RandomKey</c>, <c>CurrentMode</c>.</summary>
    public static bool IsPrimitive(ISymbol symbol) =>
        symbol is { DeclaredAccessibility: Accessibility.Public, ContainingType: { Name: "Primitives" } type } && TreeTypes.IsJaxNet(type);

    /// <summary>What the names of a template's generated types start with.</summary>
    public static string PrefixOf(IMethodSymbol template) =>
        AttributeOf(template)?.ConstructorArguments.FirstOrDefault().Value as string ?? template.Name;

    public static bool HasParameters(IMethodSymbol template) => IsSet(template, "HasParameters") || IsSet(template, "IsLayerList");

    public static bool KeepsState(IMethodSymbol template) => IsSet(template, "KeepsState");

    public static bool NeedsKey(IMethodSymbol template) => IsSet(template, "NeedsKey") || IsSet(template, "IsLayerList");

    /// <summary>Whether all calls of the template are of one module.</summary>
    public static bool IsSingleton(IMethodSymbol template) => template.Parameters.Any() && template.Parameters.All(IsInput);

    public static bool IsInput(IParameterSymbol parameter) => SurfaceReader.RoleOf(parameter) == Model.ParameterRole.Input;

    /// <summary>The template that a factory makes modules of.</summary>
    public static IMethodSymbol? OfFactory(IMethodSymbol method) =>
        method.IsStatic && TreeTypes.IsModule(method.ReturnType) && !IsTemplate(method)
            ? OfModule(method.ReturnType) is { } template && template.Name == method.Name ? template : null
            : null;

    /// <summary>The template of which a type is the module.</summary>
    public static IMethodSymbol? OfModule(ITypeSymbol type)
    {
        var template = type.ContainingType?.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => type.Name == PrefixOf(method) + "Module" && IsTemplate(method));
        return template is { Arity: > 0 } ? template.Construct([.. ((INamedTypeSymbol)type).TypeArguments.Take(template.Arity)]) : template;
    }

    /// <summary>What a template's own type parameters stand for, with their brackets; empty if it has none.</summary>
    public static string TypeArgumentsOf(IMethodSymbol template, Func<ITypeSymbol, string> name) =>
        template.Arity > 0 ? $"<{string.Join(", ", template.TypeArguments.Select(name))}>" : "";

    /// <summary>What the compiler said of a template's body, so that it wasn't compiled.</summary>
    public static string? ErrorOf(IMethodSymbol template) => AttributeOf(template)?.NamedArguments.FirstOrDefault(argument => argument.Key == "Error").Value.Value as string;

    private static bool IsSet(IMethodSymbol template, string flag) =>
        AttributeOf(template)?.NamedArguments.Any(argument => argument.Key == flag && argument.Value.Value is true) == true;

    private static AttributeData? AttributeOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(
        attribute => attribute.AttributeClass is { Name: "TemplateAttribute" } type && TreeTypes.IsJaxNet(type));
}

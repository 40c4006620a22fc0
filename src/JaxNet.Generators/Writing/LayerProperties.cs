using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Writing;

/// <summary>The modules that a module was made of, as its members: <c>net.Layers[0]</c>.</summary>
internal static class LayerProperties
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList<global::JaxNet.Module>";

    /// <summary>The properties up to their bodies, their bodies, and the hyperparameter that each gives. A name that would be taken or hidden has none.</summary>
    public static IEnumerable<(string Header, string Value, string Hyperparameter)> Of(TemplateSurface surface)
    {
        var layers = surface.Parameters.Where(parameter => parameter.Role is ParameterRole.Layer or ParameterRole.Layers).ToList();
        foreach (var layer in layers)
        {
            var name = NameCasing.ToMember(layer.Name.TrimStart('@'));
            if (name is not null && layers.Count(other => NameCasing.ToMember(other.Name.TrimStart('@')) == name) == 1 && !IsTaken(name, surface))
                yield return Property(layer, name);
        }
    }

    private static (string, string, string) Property(TemplateParameter layer, string name) => layer.Role == ParameterRole.Layers
        ? ($"public {List} {name}", $"global::JaxNet.ModuleLayers.ModulesOf({layer.Name})", layer.Name)
        : ($"public global::JaxNet.Module{(layer.Default is null ? "" : "?")} {name}", $"global::JaxNet.ModuleLayers.ModuleOf({layer.Name})", layer.Name);

    private static bool IsTaken(string name, TemplateSurface surface) =>
        ModuleMembers.Names.Contains(name) ||
        name == surface.Prefix + "Module" ||
        surface.Parameters.Any(parameter => parameter.Name == name || MentionsName(parameter.Default, name)) ||
        surface.OwnTypeParameters.Contains(name) || surface.SingleLayers.Any(layer => layer.Layer!.TypeParameter == name);

    /// <summary>Whether a default value says something else by that name.</summary>
    private static bool MentionsName(string? value, string name) =>
        value is not null && SyntaxFactory.ParseTokens(value).Any(token => token.ValueText == name);
}

using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>The signatures that the skeleton and the final code have in common.</summary>
internal static class Signatures
{
    /// <summary>The declaration of the partial method that the user's body implements.</summary>
    public static string Definition(TemplateSurface surface) =>
        $"{surface.Modifiers} {surface.ReturnType} {surface.EscapedName}({ParameterList(surface.Parameters)});";

    /// <summary>The factory overload, up to its body.</summary>
    public static string Factory(TemplateSurface surface)
    {
        var modifiers = string.Join(" ", surface.Modifiers.Split(' ').Where(modifier => modifier is not "partial"));
        return $"{modifiers} {surface.Prefix}Module {surface.EscapedName}({HyperparameterList(surface)})";
    }

    /// <summary>The attribute by which the compiler takes the factory where both it and the template fit; empty if there must be none.</summary>
    public static string FactoryPriority(TemplateSurface surface) =>
        surface.PrefersFactory && !surface.IsSingleton ? "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]" : "";

    public static string ModuleBase(TemplateSurface surface)
    {
        var glue = surface.Context.Glue;
        return surface.IsLayer
            ? $"{glue["LayerModule"]}<{surface.Prefix}Params>"
            : $"{glue["Module"]}<{surface.Prefix}Params, {surface.InputsType}, {surface.ReturnType}>";
    }

    public static string HyperparameterList(TemplateSurface surface) => ParameterList(surface.Hyperparameters);

    /// <summary>Parameters handed on by position.</summary>
    public static string ArgumentList(IEnumerable<TemplateParameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Name));

    public static string ParameterList(IEnumerable<TemplateParameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Declaration));
}

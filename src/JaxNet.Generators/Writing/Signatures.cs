using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>The signatures that the skeleton and the final code have in common.</summary>
internal static class Signatures
{
    /// <summary>The declaration of the partial method that the user's body implements.</summary>
    public static string Definition(TemplateSurface surface) =>
        $"{surface.Modifiers} {surface.ReturnType} {surface.EscapedName}{surface.OwnTypeParameterList}({ParameterList(surface.Parameters)}){surface.OwnConstraints};";

    /// <summary>The factory overload, up to its body.</summary>
    public static string Factory(TemplateSurface surface) =>
        $"{FactoryModifiers(surface)} {surface.Prefix}Module{UntypedArguments(surface)} {surface.EscapedName}{surface.OwnTypeParameterList}" +
        $"({HyperparameterList(surface)}){surface.OwnConstraints}";

    /// <summary>The factory overload for layers that are modules, of which the types of the parameters are known; null if it takes no single layer.</summary>
    public static string? TypedFactory(TemplateSurface surface) => surface.SingleLayers.Any()
        ? $"{FactoryModifiers(surface)} {surface.ModuleType} {surface.EscapedName}{surface.TypeParameters}" +
            $"({string.Join(", ", surface.Hyperparameters.Select(TypedDeclaration))}){surface.Constraints}"
        : null;

    /// <summary>The type arguments of the module of any layers.</summary>
    public static string UntypedArguments(TemplateSurface surface) => surface.SingleLayers.Any()
        ? $"<{string.Join(", ", [.. surface.OwnTypeParameters, .. surface.SingleLayers.Select(_ => surface.Context.Glue["Params"] + "?")])}>"
        : surface.OwnTypeParameterList;

    /// <summary>The attribute by which the compiler takes the factory where both it and the template fit; empty if there must be none.</summary>
    public static string FactoryPriority(TemplateSurface surface) =>
        surface.PrefersFactory && !surface.IsSingleton ? Priority(1) : "";

    /// <summary>The attribute by which the compiler takes the typed factory where a module fits both.</summary>
    public static string TypedFactoryPriority(TemplateSurface surface) => Priority(surface.PrefersFactory ? 2 : 1);

    /// <summary>The conversion of a module of two inputs to a layer, up to its body; null for other modules.</summary>
    public static string? LayerConversion(TemplateSurface surface)
    {
        if (surface.Inputs.Count() != 2)
            return null;

        var types = string.Join(", ", surface.Inputs.Select(input => input.Type).Append(surface.ReturnType));
        return "[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"module\")] " +
            $"public static implicit operator {surface.Context.Glue["Layer"]}<{types}>?({surface.ModuleType}? module)";
    }

    private static string Priority(int priority) => $"[global::System.Runtime.CompilerServices.OverloadResolutionPriority({priority})]";

    private static string FactoryModifiers(TemplateSurface surface) =>
        string.Join(" ", surface.Modifiers.Split(' ').Where(modifier => modifier is not "partial"));

    private static string TypedDeclaration(TemplateParameter parameter) => parameter.Layer is not { } layer
        ? parameter.Declaration
        : parameter.Default is null ? $"{layer.ModuleType}{(parameter.Type.EndsWith("?", StringComparison.Ordinal) ? "?" : "")} {parameter.Name}" : $"{layer.ModuleType}? {parameter.Name} = null";

    public static string ModuleBase(TemplateSurface surface)
    {
        var glue = surface.Context.Glue;
        return surface.IsLayer
            ? $"{glue["LayerModule"]}<{surface.ParamsType}>"
            : $"{glue["Module"]}<{surface.ParamsType}, {surface.InputsType}, {surface.ReturnType}>";
    }

    public static string HyperparameterList(TemplateSurface surface) => ParameterList(surface.Hyperparameters);

    /// <summary>The hyperparameters as the module's constructor takes them.</summary>
    public static string KeptHyperparameterList(TemplateSurface surface) =>
        string.Join(", ", surface.Hyperparameters.Select(parameter => parameter.KeptDeclaration));

    /// <summary>Hyperparameters handed on by position to the module, modules as layers.</summary>
    public static string TypedArgumentList(TemplateSurface surface) => string.Join(", ", surface.Hyperparameters.Select(
        parameter => parameter.Layer is { InputCount: 2 } ? $"global::JaxNet.ModuleLayers.AsLayer({parameter.Name})" : parameter.Name));

    /// <summary>Parameters handed on by position.</summary>
    public static string ArgumentList(IEnumerable<TemplateParameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Name));

    public static string ParameterList(IEnumerable<TemplateParameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Declaration));
}

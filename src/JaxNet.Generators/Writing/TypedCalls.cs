using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>The calls of a module that has no input or several: one by one, where the base class has them as a tuple.</summary>
internal sealed class TypedCalls
{
    /// <param name="stateType">The type of the running state, if the template keeps any.</param>
    public TypedCalls(TemplateSurface surface, string stateType)
    {
        var glue = surface.Context.Glue;
        var (key, mode) = (Fresh.Name("key", surface), Fresh.Name("mode", surface));
        var (parameters, reuse) = (Fresh.Name("parameters", surface), Fresh.Name("reuse", surface));
        var inputs = string.Concat(surface.Inputs.Select(input => $"{input.Type} {input.Name}, "));
        var tuple = surface.Inputs.Any() ? $"({string.Join(", ", surface.Inputs.Select(input => input.Name))})" : "default";
        var modeDeclaration = $"{glue["Mode"]} {mode} = {glue["Mode"]}.Train";
        var rest = $"{inputs}{glue["Key"]}? {key} = null, {modeDeclaration}";

        Init = ($"public {surface.ParamsType} Init({glue["Key"]} {key}, {inputs}{modeDeclaration})", $"Init({key}, {tuple}, {mode})");
        Apply = ($"public {surface.ReturnType} Apply({surface.ParamsType} {parameters}, {rest})", $"Apply({parameters}, {tuple}, {key}, {mode})");
        var state = Fresh.Name("state", surface);
        InitWithState = (
            $"public ({surface.ParamsType} Parameters, {stateType} State) InitWithState({glue["Key"]} {key}, {inputs}{modeDeclaration})",
            $"InitWithState({key}, {tuple}, {mode})");
        ApplyState = (
            $"public ({surface.ReturnType} Output, {stateType} State) Apply({surface.ParamsType} {parameters}, {stateType} {state}, {rest})",
            $"Apply({parameters}, {state}, {tuple}, {key}, {mode})");
        ApplyFrom = (
            $"public {surface.ReturnType} ApplyFrom((global::JaxNet.Module Module, object Parameters) {reuse}, {rest})",
            $"ApplyFrom({reuse}, {tuple}, {key}, {mode})");
    }

    public (string Header, string Body) Init { get; }

    public (string Header, string Body) Apply { get; }

    public (string Header, string Body) InitWithState { get; }

    public (string Header, string Body) ApplyState { get; }

    public (string Header, string Body) ApplyFrom { get; }

    public static bool AreNeeded(TemplateSurface surface) => surface.Inputs.Count() != 1;
}

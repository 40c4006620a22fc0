using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>A member of a template's Params, named.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type in the Params.</param>
/// <param name="Listed">The typed subclass that the layers make which the call site lists, if it does.</param>
internal sealed record ResolvedMember(Member Member, string Name, string Type, TypedLayers? Listed)
{
    /// <summary>The type arguments of its Params and its builder, with their brackets; empty if there are none.</summary>
    public string OwnTypeArguments { get; init; } = "";

    /// <summary>The same for single layers of the call that are made of layers: <c>Residual(x, Sequential(...))</c>.</summary>
    public IReadOnlyList<TypedLayers> ListedSingles { get; init; } = [];

    public string Path => NameCasing.ToPath(Name);

    /// <summary>The key of the round that a repeated call runs in, as code; null where rounds are counted.</summary>
    public string? Key => Member.Key;

    /// <summary>The name of the variable that counts a loop's rounds in Apply.</summary>
    public string Counter => char.ToLowerInvariant(Name[0]) + Name.Substring(1) + "Index";

    public Callee? Callee => (Member as SubmoduleMember)?.Callee;

    /// <summary>The static field that holds the module, if one does.</summary>
    public string? Field => Member.Field;

    public MemberAccess Access => Member switch
    {
        ParameterMember parameter => parameter.Access,
        SubmoduleMember call => call.Access,
        _ => MemberAccess.Same,
    };

    /// <summary>Whether its parameters are kept in a slot, because it is an object that may be called in several places.</summary>
    public bool IsSlot => Member is ModuleMember or LayerMember || Callee is { IsSingleton: true };

    /// <summary>The members that a template has, by their index in its body; null for those without parameters.</summary>
    public static IReadOnlyList<ResolvedMember?> Resolve(TemplateSurface surface, TemplateBody body, SummaryTable summaries)
    {
        var names = MemberNames.Of(surface, body, summaries);
        var glue = surface.Context.Glue;
        var taken = new HashSet<string>(names.OfType<string>().Concat(body.Members.OfType<SubmoduleMember>().SelectMany(call => TypesOf(call.Callee, call.Given)))) { $"{surface.Prefix}Params" };
        var resolved = new ResolvedMember?[body.Members.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            var member = body.Members[i];
            if (names[i] is not { } name)
                continue;

            if (member is not SubmoduleMember call)
            {
                resolved[i] = new(member, name, TypeOf(member, glue), null);
                continue;
            }

            var (callee, given) = (call.Callee, call.Given);
            var singles = call is CallMember ? given.Singles.Select(layer => TypedSingle(name, layer, summaries, taken, glue)).ToList() : [];
            var types = TypeArguments(callee, given, glue, single => singles.ElementAtOrDefault(single) is { } list ? $"{surface.ParamsType}.{list.TypeName}" : null);
            var type = $"{callee.Path}{callee.Prefix}Params{types}";
            var listed = call is CallMember ? TypedLayers.From(name, type, callee, given, summaries, taken, glue) : null;
            resolved[i] = new(member, name, listed?.TypeName ?? type, listed)
            {
                OwnTypeArguments = types,
                ListedSingles = [.. singles.OfType<TypedLayers>()],
            };
        }

        return resolved;
    }

    /// <summary>The names of the types that members have or are derived from, which a nested type would hide.</summary>
    private static IEnumerable<string> TypesOf(Callee callee, GivenLayers given) =>
        given.All.Where(layer => layer.Callee is not null).SelectMany(layer => TypesOf(layer.Callee!, layer.Given)).Prepend(callee.Prefix + "Params");

    private static string TypeOf(Member member, GlueNames glue) => member switch
    {
        ParameterMember parameter => parameter.Type,
        LayerMember layer => layer.TypeParameter,
        _ => glue["NamedLayersParams"],
    };

    private static TypedLayers? TypedSingle(string name, LayerArgument layer, SummaryTable summaries, HashSet<string> taken, GlueNames glue) =>
        layer is { Kind: LayerArgumentKind.Module, IsErased: false, Local: null, Callee: { } callee } && summaries.HasParameters(layer)
            ? TypedLayers.From(name + MemberNames.Of(callee), ParamsOf(callee, layer.Given, glue), callee, layer.Given, summaries, taken, glue)
            : null;

    /// <summary>The type of the Params of a template that is given these layers.</summary>
    public static string ParamsOf(Callee callee, GivenLayers given, GlueNames glue) =>
        $"{callee.Path}{callee.Prefix}Params{TypeArguments(callee, given, glue)}";

    /// <summary>The type arguments of a template's generated types, with their brackets: its own, and the types of the parameters of the layers that it is given.</summary>
    /// <param name="known">The type for the layer at a position, if it has a better one than its template tells.</param>
    public static string TypeArguments(Callee callee, GivenLayers given, GlueNames glue, Func<int, string?>? known = null)
    {
        if (callee.LayerCount == 0)
            return callee.TypeArgumentList;

        var types = Enumerable.Range(0, callee.LayerCount).Select(i => known?.Invoke(i) is { } type ? type : i < given.Singles.Count ? TypeArgument(given.Singles[i], glue) : $"{glue["Params"]}?");
        return $"<{string.Join(", ", callee.TypeArguments.Concat(types))}>";
    }

    private static string TypeArgument(LayerArgument layer, GlueNames glue) => layer switch
    {
        { IsErased: false, Kind: LayerArgumentKind.Module } => ParamsOf(layer.Callee!, layer.Given, glue),
        { IsErased: false, ParamsType: { } own } => own,
        _ => $"{glue["Params"]}?",
    };
}

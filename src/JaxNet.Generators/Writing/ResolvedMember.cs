using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>A member of a template's Params, named.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type in the Params.</param>
/// <param name="Listed">The typed list that a call site's layers make, if they do.</param>
internal sealed record ResolvedMember(Member Member, string Name, string Type, TypedLayerList? Listed)
{
    public string Path => NameCasing.ToPath(Name);

    /// <summary>The name of the variable that counts a loop's rounds in Apply.</summary>
    public string Counter => char.ToLowerInvariant(Name[0]) + Name.Substring(1) + "Index";

    public Callee? Callee => (Member as SubmoduleMember)?.Callee;

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
        var (parameters, builder) = ($"{surface.Prefix}Params", $"{surface.Prefix}Builder");
        var present = body.Members.Select((member, i) => (member, i)).Where(pair => summaries.HasParameters(pair.member)).ToList();
        var names = MemberNames.Resolve([.. present.Select(pair => (pair.member.BaseName, pair.member.Position))], parameters, builder);
        var glue = surface.Context.Glue;
        var taken = new HashSet<string>(names) { parameters };
        var resolved = new ResolvedMember?[body.Members.Count];
        foreach (var ((member, i), name) in present.Zip(names, (pair, name) => (pair, name)))
        {
            var listed = member is CallMember call ? TypedLayerList.From(name, call.Callee, call.Given, summaries, taken, glue) : null;
            resolved[i] = new(member, name, listed?.TypeName ?? TypeOf(member, glue), listed);
        }

        return resolved;
    }

    private static string TypeOf(Member member, GlueNames glue) => member switch
    {
        ParameterMember parameter => parameter.Type,
        SubmoduleMember call => ParamsOf(call.Callee, call.Given, glue),
        LayerMember layer => layer.TypeParameter,
        _ => throw new NotSupportedException(),
    };

    /// <summary>The type of the Params of a template that is given these layers.</summary>
    public static string ParamsOf(Callee callee, GivenLayers given, GlueNames glue) =>
        $"{callee.Path}{callee.Prefix}Params{TypeArguments(callee, given, glue)}";

    /// <summary>The types of the parameters of the layers that a template is given, with their brackets; empty if it is given none.</summary>
    public static string TypeArguments(Callee callee, GivenLayers given, GlueNames glue)
    {
        if (callee.LayerCount == 0)
            return "";

        var types = Enumerable.Range(0, callee.LayerCount).Select(i => i < given.Singles.Count ? TypeArgument(given.Singles[i], glue) : $"{glue["Params"]}?");
        return $"<{string.Join(", ", types)}>";
    }

    private static string TypeArgument(LayerArgument layer, GlueNames glue) => layer switch
    {
        { IsErased: false, Kind: LayerArgumentKind.Module } => ParamsOf(layer.Callee!, layer.Given, glue),
        { IsErased: false, TypeParameter: { } own } => own,
        _ => $"{glue["Params"]}?",
    };
}

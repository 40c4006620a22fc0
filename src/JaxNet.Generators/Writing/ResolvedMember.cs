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

    public Callee? Callee => Member switch
    {
        CallMember call => call.Callee,
        ModuleMember module => module.Callee,
        _ => null,
    };

    public MemberAccess Access => Member is ParameterMember parameter ? parameter.Access : Callee!.Access;

    /// <summary>The members that a template has, by their index in its body; null for those without parameters.</summary>
    public static IReadOnlyList<ResolvedMember?> Resolve(TemplateSurface surface, TemplateBody body, SummaryTable summaries)
    {
        var (parameters, builder) = ($"{surface.Prefix}Params", $"{surface.Prefix}Builder");
        var present = body.Members.Select((member, i) => (member, i)).Where(pair => summaries.HasParameters(pair.member)).ToList();
        var names = MemberNames.Resolve([.. present.Select(pair => (pair.member.BaseName, pair.member.Position))], parameters, builder);
        var taken = new HashSet<string>(names) { parameters };
        var resolved = new ResolvedMember?[body.Members.Count];
        foreach (var ((member, i), name) in present.Zip(names, (pair, name) => (pair, name)))
        {
            var listed = member is CallMember call ? TypedLayerList.From(name, call.Callee, call.Layers, summaries, taken) : null;
            resolved[i] = new(member, name, listed?.TypeName ?? TypeOf(member), listed);
        }

        return resolved;
    }

    private static string TypeOf(Member member) => member switch
    {
        ParameterMember parameter => parameter.Type,
        CallMember call => ParamsOf(call.Callee),
        ModuleMember module => ParamsOf(module.Callee),
        _ => throw new NotSupportedException(),
    };

    public static string ParamsOf(Callee callee) => $"{callee.Path}{callee.Prefix}Params";
}

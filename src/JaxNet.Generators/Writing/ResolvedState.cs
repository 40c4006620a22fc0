using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>A part of a template's running state, named.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Path">Its name in paths.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it is, for the docs.</param>
/// <param name="Layers">The layers that a call site lists, if it does: those of them that keep state.</param>
internal sealed record ResolvedState(string Name, string Path, string Type, MemberAccess Access, string Summary, IReadOnlyList<ResolvedState>? Layers = null)
{
    /// <summary>Whether it is a submodule's, and so a typed view of a part of the state.</summary>
    public bool IsView { get; private init; }

    public static ResolvedState Of(string name, StateValue value) =>
        new(name, NameCasing.ToPath(name), value.Type, value.Access, $"starts with <c>{value.Initial}</c>");

    /// <param name="listed">The typed list of its parameters, if the call site lists its layers and some have parameters: both have the same names.</param>
    public static ResolvedState Of(string name, SubmoduleMember member, TypedLayerList? listed, SummaryTable summaries, GlueNames glue) =>
        member.Occurrence == Occurrence.Repeated
            ? new(name, NameCasing.ToPath(name), glue["RunningState"], MemberAccess.Same, $"the state of <c>{member.Callee.Name}</c> in each round")
            : Of(name, NameCasing.ToPath(name), name + "Layers", member.Callee, member.Given, listed, summaries, glue);

    private static ResolvedState Of(
        string name, string path, string typeName, Callee callee, GivenLayers given, TypedLayerList? listed, SummaryTable summaries, GlueNames glue)
    {
        var summary = $"the state of <c>{callee.Name}</c>";
        if (summaries.Of(callee).KeepsState)
            return new(name, path, $"{callee.Path}{callee.Prefix}State{callee.TypeArgumentList}", callee.Access, summary) { IsView = true };

        if (!summaries.Of(callee).IsLayerList)
            return new(name, path, glue["RunningState"], MemberAccess.Same, summary);

        var layers = LayersOf(typeName, given, listed, summaries, glue);
        return new(name, path, typeName, LayerArgument.AccessOf(callee, given), summary, layers) { IsView = true };
    }

    private static IReadOnlyList<ResolvedState> LayersOf(string typeName, GivenLayers given, TypedLayerList? listed, SummaryTable summaries, GlueNames glue)
    {
        // One that stands twice is found in the first of its places.
        var keeping = Enumerable.Range(0, given.List.Count)
            .Where(i => summaries.KeepsState(given.List[i]))
            .GroupBy(i => given.List[i] is { Local: { } local } ? local : given.List[i].Callee is { IsSingleton: true } single ? single.Identity : $"#{i}")
            .Select(same => same.First())
            .ToList();

        var typed = keeping.ToDictionary(i => i, i => listed?.Layers.FirstOrDefault(layer => layer.Place == i.ToString()));
        var others = keeping.Where(i => typed[i] is null).ToList();
        var taken = typed.Values.OfType<TypedLayer>().Select(layer => layer.Name).Append(typeName).ToArray();
        var names = MemberNames.Resolve([.. others.Select(i => (MemberNames.Of(given.List[i].Callee!), i))], taken);
        return [.. keeping.Select(i =>
        {
            var name = typed[i]?.Name ?? names[others.IndexOf(i)];
            return Of(name, i.ToString(), typeName + name, given.List[i].Callee!, given.List[i].Given, typed[i]?.Inner as TypedLayerList, summaries, glue);
        })];
    }
}

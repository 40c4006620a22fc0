using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>The running state of a template, named: its own values, and the submodules that keep any.</summary>
internal sealed class ResolvedStates
{
    private readonly IReadOnlyDictionary<int, string> _paths;

    private ResolvedStates(IReadOnlyList<ResolvedState> values, IReadOnlyList<ResolvedState> submodules, IReadOnlyDictionary<int, string> paths) =>
        (Values, Submodules, _paths) = (values, submodules, paths);

    public static ResolvedStates None { get; } = new([], [], new Dictionary<int, string>());

    /// <summary>The template's own values, by their index in the body.</summary>
    public IReadOnlyList<ResolvedState> Values { get; }

    /// <summary>The submodules that surely keep state.</summary>
    public IReadOnlyList<ResolvedState> Submodules { get; }

    /// <summary>The name under which a member's running state is found; null for those that keep none.</summary>
    public string? PathOf(int member) => _paths.TryGetValue(member, out var path) ? path : null;

    /// <param name="members">The members that have parameters: their state has the same name.</param>
    public static ResolvedStates Resolve(TemplateSurface surface, TemplateBody body, SummaryTable summaries, IReadOnlyList<ResolvedMember?> members)
    {
        var keeping = Enumerable.Range(0, body.Members.Count).Where(i => summaries.MayKeepState(body.Members[i])).ToList();
        var unnamed = keeping.Where(i => members[i] is null).ToList();
        var names = MemberNames.Resolve(
            [.. unnamed.Select(i => (body.Members[i].BaseName, body.Members[i].Position)), .. body.States.Select(state => (state.BaseName, body.Members.Count + state.Position))],
            [.. keeping.Where(i => members[i] is not null).Select(i => members[i]!.Name), .. body.Members.Select(LayersIn).OfType<string>()],
            [$"{surface.Prefix}State"]);

        var nameOf = keeping.ToDictionary(i => i, i => members[i] is { } member ? member.Name : names[unnamed.IndexOf(i)]);
        var values = body.States.Select((state, i) => ResolvedState.Of(names[unnamed.Count + i], state));
        var submodules = keeping
            .Where(i => summaries.KeepsState(body.Members[i]))
            .OrderBy(i => body.Members[i].Position)
            .Select(i => ResolvedState.Of(nameOf[i], (SubmoduleMember)body.Members[i], members[i]?.Listed as TypedLayerList, summaries, surface.Context.Glue));

        return new([.. values], [.. submodules], nameOf.ToDictionary(pair => pair.Key, pair => NameCasing.ToPath(pair.Value)));
    }

    /// <summary>The hyperparameter under whose name the runtime keeps the state of layers that the template is given, as they may have some.</summary>
    private static string? LayersIn(Member member) => member switch
    {
        LayerMember layer => layer.Hyperparameter.TrimStart('@'),
        NamedLayersMember layers => layers.Hyperparameter.TrimStart('@'),
        _ => null,
    };
}

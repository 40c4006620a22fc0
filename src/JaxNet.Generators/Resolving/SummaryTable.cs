using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>The summaries of all templates of the compilation.</summary>
internal sealed class SummaryTable : IEquatable<SummaryTable>
{
    private readonly Dictionary<string, Summary> _summaries;

    private SummaryTable(Dictionary<string, Summary> summaries) => _summaries = summaries;

    /// <summary>Solves the summaries over the call graph: from below, until nothing is added any more.</summary>
    public static SummaryTable Solve(IReadOnlyList<TemplateModel> templates)
    {
        var table = new SummaryTable([]);
        foreach (var template in templates)
        {
            table._summaries[template.Surface.Id] = template.Body is { } body
                ? new(HasParameters: body.CallsLayers is not null, body.DrawsKeys, IsLayerList: body.CallsLayers is not null)
                {
                    HasOnlyLayers = body.Members.Any(member => member is LayerMember),
                    KeepsState = body.States.Count > 0,
                }
                : Summary.Unknown;
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var template in templates)
            {
                if (template.Body is { } body)
                    changed |= table.Grow(template.Surface.Id, body);
            }
        }

        foreach (var template in templates)
        {
            if (template.Body is { } body && body.Members.Any(member => member is NamedLayersMember))
                table._summaries[template.Surface.Id] = table._summaries[template.Surface.Id] with { NamedLayers = table.NamedLayersOf(template.Surface, body).ToEquatableArray() };
        }

        foreach (var recursion in RecursionFinder.Find(templates, table))
            table._summaries[recursion.Key] = table._summaries[recursion.Key] with { Recursion = recursion.Value };

        foreach (var namesakes in templates.GroupBy(template => template.Surface.FileName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var ids = namesakes.Select(template => template.Surface.Id).OrderBy(id => id, StringComparer.Ordinal).ToList();
            foreach (var id in ids)
                table._summaries[id] = table._summaries[id] with { Namesakes = ids.IndexOf(id) };
        }

        return table;
    }

    public Summary Of(Callee callee) => callee.Known ?? (_summaries.TryGetValue(callee.Id, out var summary) ? summary : Summary.Unknown);

    /// <summary>Whether nothing is generated for something that a member calls or is given, as its declaration doesn't compile.</summary>
    public bool IsMissing(Member member) => member is SubmoduleMember call && IsMissing(call.Callee, call.Given);

    private bool IsMissing(Callee callee, GivenLayers given) =>
        (callee.Known is null && !_summaries.ContainsKey(callee.Id)) || given.All.Any(layer => layer.Callee is { } inner && IsMissing(inner, layer.Given));

    /// <summary>Whether a call of a template, or a module of it, has parameters where it stands.</summary>
    public bool HasParameters(Callee callee, GivenLayers given) =>
        Of(callee).IsLayerList ? given.List.Any(HasParameters)
        : Of(callee).HasOnlyLayers ? given.Singles.Any(HasParameters)
        : Of(callee).HasParameters;

    public bool HasParameters(LayerArgument layer) => layer.Kind switch
    {
        LayerArgumentKind.Module => HasParameters(layer.Callee!, layer.Given),
        LayerArgumentKind.Function => false,
        _ => true,
    };

    public bool HasParameters(Member member) => member switch
    {
        SubmoduleMember call => HasParameters(call.Callee, call.Given),
        _ => true,
    };

    public bool Equals(SummaryTable? other) =>
        other is not null &&
        _summaries.Count == other._summaries.Count &&
        _summaries.All(pair => other._summaries.TryGetValue(pair.Key, out var summary) && pair.Value == summary);

    public override bool Equals(object? obj) => Equals(obj as SummaryTable);

    public override int GetHashCode() => _summaries.Count;

    /// <summary>The part of the table that one template depends on.</summary>
    public SummaryTable PartFor(TemplateModel template)
    {
        var part = new SummaryTable([]);
        Add(template.Surface.Id);
        foreach (var member in template.Body?.Members ?? [])
        {
            if (member is SubmoduleMember call)
                AddCallee(call.Callee, call.Given);
        }

        return part;

        void AddCallee(Callee callee, GivenLayers given)
        {
            Add(callee.Id);
            foreach (var layer in given.All)
            {
                if (layer.Callee is { } inner)
                    AddCallee(inner, layer.Given);
            }
        }

        void Add(string id)
        {
            if (_summaries.TryGetValue(id, out var summary))
                part._summaries[id] = summary;
        }
    }

    public Summary Of(TemplateModel template) => _summaries[template.Surface.Id];

    private bool Grow(string id, TemplateBody body)
    {
        var old = _summaries[id];
        var grown = old with
        {
            HasParameters = old.HasParameters || body.Members.Any(HasParameters),
            NeedsKey = old.NeedsKey || body.Members.Any(NeedsKey),
            KeepsState = old.KeepsState || body.Members.Any(KeepsState),
            HasOnlyLayers = old.HasOnlyLayers && !body.Members.Any(member => member is not LayerMember && HasParameters(member)),
        };

        _summaries[id] = grown;
        return grown != old;
    }

    private IEnumerable<string> NamedLayersOf(TemplateSurface surface, TemplateBody body)
    {
        var names = MemberNames.Of(surface, body, this);
        return surface.Parameters.Where(parameter => parameter.Role == ParameterRole.NamedLayers).Select(parameter => names.Zip(body.Members, (name, member) => (name, member))
            .FirstOrDefault(pair => pair.member is NamedLayersMember layers && layers.Hyperparameter == parameter.Name).name ?? "");
    }

    /// <summary>Whether what a call calls surely keeps running state.</summary>
    public bool KeepsState(Member member) => member is SubmoduleMember call && KeepsState(call.Callee, call.Given);

    public bool KeepsState(Callee callee, GivenLayers given) => Of(callee).KeepsState || given.All.Any(KeepsState);

    public bool KeepsState(LayerArgument layer) => layer.Callee is { } inner && KeepsState(inner, layer.Given);

    /// <summary>Whether what a call calls keeps running state for all that is known: it may be given any layers.</summary>
    public bool MayKeepState(Member member) => member is SubmoduleMember call && (KeepsState(member) || call.Callee.TakesNamedLayers || MayKeepState(call.Given));

    private static bool MayKeepState(GivenLayers given) => given.All.Any(layer =>
        layer.Kind is LayerArgumentKind.Unknown or LayerArgumentKind.Hyperparameter || layer.Callee is { TakesNamedLayers: true } || MayKeepState(layer.Given));

    private bool NeedsKey(Member member) => member is SubmoduleMember call && NeedsKey(call.Callee, call.Given);

    private bool NeedsKey(Callee callee, GivenLayers given) =>
        Of(callee).NeedsKey || given.All.Any(layer => layer.Callee is { } inner && NeedsKey(inner, layer.Given));
}

using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>
/// Finds templates that reach themselves where no condition can end it. A call under a condition, or in a loop, may end it where a
/// hyperparameter tells one module from the next; a template without hyperparameters is one module, which would be a part of itself.
/// </summary>
internal sealed class RecursionFinder
{
    private readonly Dictionary<string, TemplateModel> _byId = [];
    private readonly bool _withConditions;

    private RecursionFinder(IReadOnlyList<TemplateModel> templates, bool withConditions)
    {
        _withConditions = withConditions;
        foreach (var template in templates)
            _byId[template.Surface.Id] = template;
    }

    /// <returns>For each such template's id, the way back to it.</returns>
    public static IReadOnlyDictionary<string, Recursion> Find(IReadOnlyList<TemplateModel> templates, SummaryTable summaries)
    {
        var found = new RecursionFinder(templates, withConditions: false).Find(_ => true).ToDictionary(pair => pair.Id, pair => new Recursion(pair.Path, IsConditional: false));

        // One without parameters has nothing to share with itself.
        foreach (var (id, path) in new RecursionFinder(templates, withConditions: true).Find(template => template.Surface.IsSingleton && summaries.Of(template).HasParameters))
        {
            if (!found.ContainsKey(id))
                found.Add(id, new(path, IsConditional: true));
        }

        return found;
    }

    private List<(string Id, string Path)> Find(Func<TemplateModel, bool> isAskedFor)
    {
        var found = new List<(string, string)>();
        var known = new Dictionary<string, bool?>();
        foreach (var template in _byId.Values)
        {
            if (isAskedFor(template) && ReachesLoop(template.Surface.Id, known) && PathBack(template.Surface.Id, template.Surface.Id, []) is { } path)
                found.Add((template.Surface.Id, string.Join(" and ", path.Select(id => $"'{_byId[id].Surface.QualifiedName}'"))));
        }

        return found;
    }

    /// <summary>Whether a template is in a loop of calls, or calls into one: few are, and only of them the way has to be looked for.</summary>
    /// <param name="known">The answers so far; null for a template on the way to the one asked for.</param>
    private bool ReachesLoop(string id, Dictionary<string, bool?> known)
    {
        if (known.TryGetValue(id, out var answer))
            return answer ?? true;

        known.Add(id, null);
        var reaches = _byId.TryGetValue(id, out var template) && CalleesOf(template).Any(callee => ReachesLoop(callee, known));
        known[id] = reaches;
        return reaches;
    }

    private List<string>? PathBack(string start, string current, HashSet<string> seen)
    {
        if (!_byId.TryGetValue(current, out var template))
            return null;

        foreach (var callee in CalleesOf(template))
        {
            if (callee == start)
                return [current];

            if (seen.Add(callee) && PathBack(start, callee, seen) is { } path)
            {
                if (current != start)
                    path.Insert(0, current);

                return path;
            }
        }

        return null;
    }

    /// <summary>What a template calls each time that it is called; with conditions also what only its inputs may keep it from calling.</summary>
    private IEnumerable<string> CalleesOf(TemplateModel template) => (template.Body?.Members ?? [])
        .Where(member => member.Occurrence == Occurrence.Once || (_withConditions && template.Surface.IsSingleton))
        .SelectMany(member => member is SubmoduleMember call ? CalleesOf(call.Callee, call.Given) : []);

    private static IEnumerable<string> CalleesOf(Callee callee, GivenLayers given) =>
        given.All.Where(layer => layer.Callee is not null).SelectMany(layer => CalleesOf(layer.Callee!, layer.Given)).Prepend(callee.Id);
}

using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>Finds templates that surely reach themselves: their parameters would have no end. A call under a condition, or in a loop, may end it.</summary>
internal static class RecursionFinder
{
    /// <returns>For each such template's id, the way back to it.</returns>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<TemplateModel> templates)
    {
        var byId = new Dictionary<string, TemplateModel>();
        foreach (var template in templates)
            byId[template.Surface.Id] = template;

        var found = new Dictionary<string, string>();
        var known = new Dictionary<string, bool?>();
        foreach (var template in byId.Values)
        {
            if (ReachesLoop(template.Surface.Id, byId, known) && PathBack(template.Surface.Id, template.Surface.Id, byId, []) is { } path)
                found.Add(template.Surface.Id, string.Join(" and ", path.Select(id => $"'{byId[id].Surface.QualifiedName}'")));
        }

        return found;
    }

    /// <summary>Whether a template is in a loop of calls, or calls into one: few are, and only of them the way has to be looked for.</summary>
    /// <param name="known">The answers so far; null for a template on the way to the one asked for.</param>
    private static bool ReachesLoop(string id, Dictionary<string, TemplateModel> byId, Dictionary<string, bool?> known)
    {
        if (known.TryGetValue(id, out var answer))
            return answer ?? true;

        known.Add(id, null);
        var reaches = byId.TryGetValue(id, out var template) && CalleesOf(template).Any(callee => ReachesLoop(callee, byId, known));
        known[id] = reaches;
        return reaches;
    }

    private static List<string>? PathBack(string start, string current, Dictionary<string, TemplateModel> byId, HashSet<string> seen)
    {
        if (!byId.TryGetValue(current, out var template))
            return null;

        foreach (var callee in CalleesOf(template))
        {
            if (callee == start)
                return [current];

            if (seen.Add(callee) && PathBack(start, callee, byId, seen) is { } path)
            {
                if (current != start)
                    path.Insert(0, current);

                return path;
            }
        }

        return null;
    }

    private static IEnumerable<string> CalleesOf(TemplateModel template) => (template.Body?.Members ?? []).Where(member => member.Occurrence == Occurrence.Once).SelectMany(member => member switch
    {
        SubmoduleMember call => CalleesOf(call.Callee, call.Given),
        _ => [],
    });

    private static IEnumerable<string> CalleesOf(Callee callee, GivenLayers given) =>
        given.All.Where(layer => layer.Callee is not null).SelectMany(layer => CalleesOf(layer.Callee!, layer.Given)).Prepend(callee.Id);
}

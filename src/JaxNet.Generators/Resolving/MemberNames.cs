using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;

namespace JaxNet.Generators.Resolving;

/// <summary>Names that clash within one template, as members or in paths, get indices in source order, from 0, all of them.</summary>
internal static class MemberNames
{
    /// <summary>The name that a template gives to members of it.</summary>
    public static string Of(Callee callee) => NameCasing.ToMember(callee.Name) ?? callee.Name;

    /// <summary>The final names of a template's members, by their index in its body; null for those without parameters.</summary>
    public static IReadOnlyList<string?> Of(TemplateSurface surface, TemplateBody body, SummaryTable summaries)
    {
        var present = Enumerable.Range(0, body.Members.Count).Where(i => summaries.HasParameters(body.Members[i])).ToList();
        var names = Resolve(
            [.. present.Select(i => (body.Members[i].BaseName, body.Members[i].Position))],
            [$"{surface.Prefix}Params", $"{surface.Prefix}Builder", .. surface.OwnTypeParameters, .. surface.SingleLayers.Select(layer => layer.Layer!.TypeParameter)]);
        return [.. Enumerable.Range(0, body.Members.Count).Select(i => present.IndexOf(i) is var rank and >= 0 ? names[rank] : null)];
    }

    /// <param name="bases">A name and a position in the source for each member.</param>
    /// <param name="taken">Names that mean something else where the members stand.</param>
    /// <returns>The final names, in the order of <paramref name="bases"/>.</returns>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<(string Name, int Position)> bases, params string[] taken) => Resolve(bases, [], taken);

    /// <param name="others">The names of other members, whose paths can't be had either.</param>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<(string Name, int Position)> bases, IReadOnlyList<string> others, IReadOnlyList<string> taken)
    {
        // Names that differ in C# may be one in paths: Wq and WQ.
        var names = new string[bases.Count];
        var groups = Enumerable.Range(0, bases.Count)
            .OrderBy(i => bases[i].Position)
            .GroupBy(i => NameCasing.ToPath(bases[i].Name))
            .ToList();

        var used = new HashSet<string>(others.Select(NameCasing.ToPath));
        var single = new HashSet<string>(groups.Where(same => same.Count() == 1 && !used.Contains(same.Key)).Select(same => same.Key));
        used.UnionWith(single);
        foreach (var same in groups)
        {
            var number = 0;
            foreach (var i in same)
            {
                names[i] = taken.Contains(bases[i].Name) ? bases[i].Name + "_" : bases[i].Name;
                if (single.Contains(same.Key))
                    continue;

                // A name that was given may look like a numbered one.
                var name = names[i];
                while (!used.Add(NameCasing.ToPath(names[i] = name + number++)) || taken.Contains(names[i]))
                {
                }
            }
        }

        return names;
    }
}

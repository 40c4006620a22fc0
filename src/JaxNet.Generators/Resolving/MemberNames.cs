using JaxNet.Generators.Model;
using JaxNet.Generators.Writing;

namespace JaxNet.Generators.Resolving;

/// <summary>Names that clash within one template get indices in source order, from 0, all of them.</summary>
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
    public static IReadOnlyList<string> Resolve(IReadOnlyList<(string Name, int Position)> bases, params string[] taken)
    {
        var names = new string[bases.Count];
        var groups = Enumerable.Range(0, bases.Count)
            .OrderBy(i => bases[i].Position)
            .GroupBy(i => taken.Contains(bases[i].Name) ? bases[i].Name + "_" : bases[i].Name)
            .ToList();

        var used = new HashSet<string>(groups.Where(same => same.Count() == 1).Select(same => same.Key));
        foreach (var same in groups)
        {
            var number = 0;
            foreach (var i in same)
            {
                names[i] = same.Key;
                if (same.Count() == 1)
                    continue;

                // A name that was given may look like a numbered one.
                while (!used.Add(names[i] = same.Key + number++))
                {
                }
            }
        }

        return names;
    }
}

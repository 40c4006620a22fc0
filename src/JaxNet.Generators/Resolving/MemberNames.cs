using JaxNet.Generators.Model;

namespace JaxNet.Generators.Resolving;

/// <summary>Names that clash within one template get indices in source order, from 0, all of them.</summary>
internal static class MemberNames
{
    /// <param name="bases">A name and a position in the source for each member.</param>
    /// <returns>The final names, in the order of <paramref name="bases"/>.</returns>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<(string Name, int Position)> bases)
    {
        var names = new string[bases.Count];
        var inOrder = Enumerable.Range(0, bases.Count).OrderBy(i => bases[i].Position);
        foreach (var same in inOrder.GroupBy(i => bases[i].Name))
        {
            var list = same.ToList();
            for (var n = 0; n < list.Count; n++)
                names[list[n]] = list.Count == 1 ? same.Key : same.Key + n;
        }

        return names;
    }
}

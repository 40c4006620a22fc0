using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>A call that spells out the entries of its dictionaries of layers.</summary>
/// <param name="Dictionaries">The typed layers of each.</param>
internal sealed record TypedNamedLayers(string TypeName, string BaseType, Callee Callee, MemberAccess Access, IReadOnlyList<TypedLayerList> Dictionaries)
    : TypedLayers(TypeName, BaseType, Callee, Access)
{
    /// <returns>Null where the template hands the dictionaries on, so that their layers are no members of it.</returns>
    public static TypedNamedLayers? Of(string name, string baseType, Callee callee, GivenLayers given, SummaryTable summaries, HashSet<string> taken, GlueNames glue)
    {
        var members = summaries.Of(callee).NamedLayers;
        var spelled = given.Named
            .GroupBy(named => members.ElementAtOrDefault(named.Dictionary) ?? "")
            .Where(layers => layers.Key.Length > 0)
            .ToList();

        if (spelled.Count == 0)
            return null;

        var typeName = FreeName(name + "Layers", taken);
        var dictionaries = spelled.Select(layers => TypedLayerList.OfDictionary(name, layers.Key, callee, given, layers, summaries, taken, glue));
        return new(typeName, baseType, callee, LayerArgument.AccessOf(callee, given), [.. dictionaries]);
    }
}

using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>The parameters of a call that spells out its layers: a subclass of the template's Params, with typed members for the layers.</summary>
/// <param name="TypeName">The name of the generated subclass, nested in the Params of the template around the call.</param>
/// <param name="BaseType">What it is a subclass of.</param>
/// <param name="Callee">The template that takes the layers.</param>
/// <param name="Access">How accessible the subclass can be.</param>
internal abstract record TypedLayers(string TypeName, string BaseType, Callee Callee, MemberAccess Access)
{
    /// <param name="name">What it is named after.</param>
    /// <param name="baseType">The Params of the template that takes the layers.</param>
    /// <param name="taken">The names that the Params around have already; those of the subclasses are added.</param>
    /// <returns>Null where the call spells out no layers, or they aren't known.</returns>
    public static TypedLayers? From(string name, string baseType, Callee callee, GivenLayers given, SummaryTable summaries, HashSet<string> taken, GlueNames glue) =>
        summaries.Of(callee).IsLayerList ? TypedLayerList.OfList(name, baseType, callee, given, summaries, taken, glue)
        : given.Named.Count > 0 ? TypedNamedLayers.Of(name, baseType, callee, given, summaries, taken, glue)
        : null;

    protected static string FreeName(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "_";

        return name;
    }
}

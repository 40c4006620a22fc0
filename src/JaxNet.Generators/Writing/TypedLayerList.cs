using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>The list of layers that a call site spells out, with a typed member for each layer that has parameters.</summary>
/// <param name="TypeName">The name of the generated subclass, nested in the template's Params.</param>
/// <param name="BaseType">The Params of the template that takes the layers.</param>
/// <param name="Callee">That template.</param>
/// <param name="Access">How accessible the subclass can be.</param>
internal sealed record TypedLayerList(string TypeName, string BaseType, Callee Callee, MemberAccess Access, IReadOnlyList<TypedLayer> Layers)
{
    /// <param name="name">What it is named after.</param>
    /// <param name="taken">The names that the template's Params have already; that of the list is added.</param>
    /// <returns>Null where the layers aren't all known; then the list has no typed members.</returns>
    public static TypedLayerList? From(string name, Callee callee, GivenLayers given, SummaryTable summaries, HashSet<string> taken, GlueNames glue)
    {
        var layers = given.List;
        if (!summaries.Of(callee).IsLayerList || layers.Any(layer => layer.Kind is LayerArgumentKind.Unknown or LayerArgumentKind.Hyperparameter))
            return null;

        var typeName = name + "Layers";
        while (!taken.Add(typeName))
            typeName += "_";

        var present = layers.Select((layer, i) => (layer, i))
            .Where(pair => summaries.HasParameters(pair.layer))
            .GroupBy(pair => pair.layer.Local ?? $"#{(pair.layer.Callee!.IsSingleton ? pair.layer.Callee.Identity : pair.i.ToString())}")
            .Select(same => same.First())
            .ToList();

        var names = MemberNames.Resolve([.. present.Select(pair => (MemberNames.Of(pair.layer.Callee!), pair.i))], typeName);
        var typed = present.Zip(names, (pair, member) =>
        {
            var inner = From(name + member, pair.layer.Callee!, pair.layer.Given, summaries, taken, glue);
            return new TypedLayer(member, pair.i, inner?.TypeName ?? ResolvedMember.ParamsOf(pair.layer.Callee!, pair.layer.Given, glue), pair.layer.Callee!, LayerArgument.AccessOf(pair.layer.Callee!, pair.layer.Given), inner, pair.layer.Field);
        });

        // A layer whose type can't be named here is still there by its index.
        return new(typeName, ResolvedMember.ParamsOf(callee, given, glue), callee, LayerArgument.AccessOf(callee, given), [.. typed.Where(layer => layer.Access != MemberAccess.OutOfReach)]);
    }
}

/// <summary>A layer of a <see cref="TypedLayerList"/>.</summary>
/// <param name="Index">Its position among all layers.</param>
/// <param name="Access">How accessible a member of its type can be.</param>
/// <param name="Inner">Its own typed list, if it is made of layers.</param>
/// <param name="Field">The static field that holds it, if one does.</param>
internal sealed record TypedLayer(string Name, int Index, string Type, Callee Callee, MemberAccess Access, TypedLayerList? Inner, string? Field);

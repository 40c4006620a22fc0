using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;

namespace JaxNet.Generators.Writing;

/// <summary>The list of layers that a call site spells out, with a typed member for each layer that has parameters.</summary>
/// <param name="TypeName">The name of the generated subclass, nested in the template's Params.</param>
/// <param name="BaseType">The Params of the template that takes the layers.</param>
/// <param name="Callee">That template.</param>
internal sealed record TypedLayerList(string TypeName, string BaseType, Callee Callee, IReadOnlyList<TypedLayer> Layers)
{
    /// <returns>Null where the layers aren't all known; then the list has no typed members.</returns>
    public static TypedLayerList? From(string name, Callee callee, EquatableArray<LayerArgument> layers, SummaryTable summaries)
    {
        if (!summaries.Of(callee).IsLayerList || layers.Any(layer => layer.Kind == LayerArgumentKind.Unknown))
            return null;

        var present = layers.Select((layer, i) => (layer, i))
            .Where(pair => summaries.HasParameters(pair.layer))
            .GroupBy(pair => pair.layer.Local ?? $"#{(pair.layer.Callee!.IsSingleton ? pair.layer.Callee.Id : pair.i.ToString())}")
            .Select(same => same.First())
            .ToList();

        var names = MemberNames.Resolve([.. present.Select(pair => (pair.layer.Callee!.Name, pair.i))]);
        var typed = present.Zip(names, (pair, member) =>
        {
            var inner = From(name + member, pair.layer.Callee!, pair.layer.Layers, summaries);
            return new TypedLayer(NameCasing.ToMember(member) ?? member, pair.i, inner?.TypeName ?? ResolvedMember.ParamsOf(pair.layer.Callee!), pair.layer.Callee!, inner);
        });

        return new(name + "Layers", ResolvedMember.ParamsOf(callee), callee, [.. typed]);
    }
}

/// <summary>A layer of a <see cref="TypedLayerList"/>.</summary>
/// <param name="Index">Its position among all layers.</param>
/// <param name="Inner">Its own typed list, if it is made of layers.</param>
internal sealed record TypedLayer(string Name, int Index, string Type, Callee Callee, TypedLayerList? Inner);

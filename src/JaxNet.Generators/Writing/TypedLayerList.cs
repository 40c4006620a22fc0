using JaxNet.Generators.Model;
using JaxNet.Generators.Resolving;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Writing;

/// <summary>Layers that a call site spells out, by position or by name, with a typed member for each that has parameters.</summary>
/// <param name="Member">The member of the template's Params that the dictionary is; null for layers by position.</param>
/// <param name="Layers">The layers with parameters that can be named where the subclass stands.</param>
internal sealed record TypedLayerList(string TypeName, string BaseType, string? Member, Callee Callee, MemberAccess Access, IReadOnlyList<TypedLayer> Layers)
    : TypedLayers(TypeName, BaseType, Callee, Access)
{
    /// <returns>Null where the layers aren't all known; then the list has no typed members.</returns>
    public static TypedLayerList? OfList(string name, string baseType, Callee callee, GivenLayers given, SummaryTable summaries, HashSet<string> taken, GlueNames glue)
    {
        var layers = given.List;
        if (layers.Any(layer => layer.Kind is LayerArgumentKind.Unknown or LayerArgumentKind.Hyperparameter))
            return null;

        var typeName = FreeName(name + "Layers", taken);
        var present = layers.Select((layer, i) => (layer, i))
            .Where(pair => summaries.HasParameters(pair.layer))
            .GroupBy(pair => pair.layer.Local ?? $"#{(pair.layer.Callee!.IsSingleton ? pair.layer.Callee.Identity : pair.i.ToString())}")
            .Select(same => same.First())
            .ToList();

        var names = MemberNames.Resolve([.. present.Select(pair => (MemberNames.Of(pair.layer.Callee!), pair.i))], typeName, "Has");
        var typed = present.Zip(names, (pair, member) => TypedLayer.From(name, member, pair.i.ToString(), pair.layer, summaries, taken, glue));
        return new(typeName, baseType, Member: null, callee, LayerArgument.AccessOf(callee, given), [.. Reachable(typed)]);
    }

    /// <summary>The layers of one of the template's dictionaries: those of which the templates are known.</summary>
    /// <param name="member">The member that the dictionary is.</param>
    public static TypedLayerList OfDictionary(
        string name, string member, Callee callee, GivenLayers given, IEnumerable<NamedLayerArgument> layers, SummaryTable summaries, HashSet<string> taken, GlueNames glue)
    {
        var typeName = FreeName(name + member, taken);
        var present = layers.Where(named => named.Layer.Kind == LayerArgumentKind.Module && summaries.HasParameters(named.Layer)).ToList();
        var names = MemberNames.Resolve([.. present.Select((named, i) => (NameCasing.KeyToMember(named.Key), i))], typeName, "Names", "With", "Has");
        var typed = present.Zip(names, (named, own) => TypedLayer.From(name + member, own, SymbolDisplay.FormatLiteral(named.Key, quote: true), named.Layer, summaries, taken, glue));
        return new(typeName, glue["NamedLayersParams"], member, callee, LayerArgument.AccessOf(callee, given), [.. Reachable(typed)]);
    }

    /// <summary>A layer whose type can't be named here is still there by its position or name.</summary>
    private static IEnumerable<TypedLayer> Reachable(IEnumerable<TypedLayer> layers) => layers.Where(layer => layer.Access != MemberAccess.OutOfReach);
}

/// <summary>A layer of a <see cref="TypedLayerList"/>.</summary>
/// <param name="Place">Its position among all layers, or its name as a literal.</param>
/// <param name="Access">How accessible a member of its type can be.</param>
/// <param name="Inner">Its own typed layers, if it is made of layers.</param>
/// <param name="Field">The static field that holds it, if one does.</param>
internal sealed record TypedLayer(string Name, string Place, string Type, Callee Callee, MemberAccess Access, TypedLayers? Inner, string? Field)
{
    /// <param name="around">What the names of types inside of it start with.</param>
    public static TypedLayer From(string around, string name, string place, LayerArgument layer, SummaryTable summaries, HashSet<string> taken, GlueNames glue)
    {
        var callee = layer.Callee!;
        var type = ResolvedMember.ParamsOf(callee, layer.Given, glue);
        var inner = TypedLayers.From(around + name, type, callee, layer.Given, summaries, taken, glue);
        return new(name, place, inner?.TypeName ?? type, callee, LayerArgument.AccessOf(callee, layer.Given), inner, layer.Field);
    }
}

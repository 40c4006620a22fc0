using System.Collections.Immutable;

namespace JaxNet;

/// <summary>Rebuilds dictionaries.</summary>
internal sealed class DictionaryKind<T> : TreeKind<Dictionary<string, T>>
{
    protected override Dictionary<string, T> Rebuild(Dictionary<string, T> node, TreeRebuilder rebuilder)
    {
        var copy = new Dictionary<string, T>(node, node.Comparer);
        foreach (var key in TreeNodes.KeysOf(node))
            copy[key] = rebuilder.Child(node[key]);

        return copy;
    }
}

/// <summary>Rebuilds sorted dictionaries.</summary>
internal sealed class SortedDictionaryKind<T> : TreeKind<SortedDictionary<string, T>>
{
    protected override SortedDictionary<string, T> Rebuild(SortedDictionary<string, T> node, TreeRebuilder rebuilder)
    {
        var copy = new SortedDictionary<string, T>(node, node.Comparer);
        foreach (var key in TreeNodes.KeysOf(node))
            copy[key] = rebuilder.Child(node[key]);

        return copy;
    }
}

/// <summary>Rebuilds immutable dictionaries.</summary>
internal sealed class ImmutableDictionaryKind<T> : TreeKind<ImmutableDictionary<string, T>>
{
    protected override ImmutableDictionary<string, T> Rebuild(ImmutableDictionary<string, T> node, TreeRebuilder rebuilder) =>
        node.SetItems(TreeNodes.KeysOf(node).Select(key => KeyValuePair.Create(key, rebuilder.Child(node[key]))));
}

/// <summary>Rebuilds immutable sorted dictionaries.</summary>
internal sealed class ImmutableSortedDictionaryKind<T> : TreeKind<ImmutableSortedDictionary<string, T>>
{
    protected override ImmutableSortedDictionary<string, T> Rebuild(ImmutableSortedDictionary<string, T> node, TreeRebuilder rebuilder) =>
        node.SetItems(TreeNodes.KeysOf(node).Select(key => KeyValuePair.Create(key, rebuilder.Child(node[key]))));
}

/// <summary>Rebuilds whatever a dictionary is behind its interface as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
internal sealed class AnyDictionaryKind<T> : TreeKind<IReadOnlyDictionary<string, T>>
{
    public override bool CanStandFor(object node) => node is IReadOnlyDictionary<string, T>;

    protected override IReadOnlyDictionary<string, T> Rebuild(IReadOnlyDictionary<string, T> node, TreeRebuilder rebuilder)
    {
        var copy = new Dictionary<string, T>(node);
        foreach (var key in node.Keys.Order(StringComparer.Ordinal))
            copy[key] = rebuilder.Child(node[key]);

        return copy;
    }
}

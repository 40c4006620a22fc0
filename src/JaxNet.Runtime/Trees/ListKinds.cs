using System.Collections.Immutable;

namespace JaxNet;

/// <summary>Rebuilds lists.</summary>
internal sealed class ListKind<T> : TreeKind<List<T>>
{
    protected override List<T> Rebuild(List<T> node, TreeRebuilder rebuilder) => node.ConvertAll(rebuilder.Child);
}

/// <summary>Rebuilds immutable arrays.</summary>
internal sealed class ImmutableArrayKind<T> : TreeKind<ImmutableArray<T>>
{
    protected override ImmutableArray<T> Rebuild(ImmutableArray<T> node, TreeRebuilder rebuilder) =>
        [.. node.Select(rebuilder.Child)];
}

/// <summary>Rebuilds immutable lists.</summary>
internal sealed class ImmutableListKind<T> : TreeKind<ImmutableList<T>>
{
    protected override ImmutableList<T> Rebuild(ImmutableList<T> node, TreeRebuilder rebuilder) =>
        node.ConvertAll(rebuilder.Child);
}

/// <summary>Rebuilds whatever a list is behind its interface, such as what <c>[a, b]</c> becomes, as an array.</summary>
internal sealed class AnyListKind<T> : TreeKind<IReadOnlyList<T>>
{
    public override bool CanStandFor(object node) => node is IReadOnlyList<T>;

    protected override IReadOnlyList<T> Rebuild(IReadOnlyList<T> node, TreeRebuilder rebuilder)
    {
        var copy = new T[node.Count];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = rebuilder.Child(node[i]);

        return copy;
    }
}

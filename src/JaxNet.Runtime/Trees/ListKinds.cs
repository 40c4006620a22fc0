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

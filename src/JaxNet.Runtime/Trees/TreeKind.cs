namespace JaxNet;

/// <summary>Rebuilds the nodes of one type that knows nothing of trees.</summary>
internal abstract class TreeKind
{
    public abstract Type Type { get; }

    /// <summary>Whether a node of another type can be replaced by one of this kind, where only an interface is asked for.</summary>
    public virtual bool CanStandFor(object node) => false;

    public abstract object Rebuild(object node, TreeRebuilder rebuilder);
}

/// <summary>Rebuilds the nodes of one type.</summary>
internal abstract class TreeKind<TNode> : TreeKind
    where TNode : notnull
{
    public sealed override Type Type => typeof(TNode);

    public sealed override object Rebuild(object node, TreeRebuilder rebuilder) => Rebuild((TNode)node, rebuilder);

    protected abstract TNode Rebuild(TNode node, TreeRebuilder rebuilder);
}

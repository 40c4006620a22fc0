namespace JaxNet;

/// <summary>Rebuilds tuples of one item.</summary>
internal sealed class TupleKind<T1> : TreeKind<ValueTuple<T1>>
{
    public static readonly TupleKind<T1> Instance = new();

    protected override ValueTuple<T1> Rebuild(ValueTuple<T1> node, TreeRebuilder rebuilder) =>
        new(rebuilder.Child(node.Item1));
}

/// <summary>Rebuilds tuples of two items.</summary>
internal sealed class TupleKind<T1, T2> : TreeKind<(T1, T2)>
{
    public static readonly TupleKind<T1, T2> Instance = new();

    protected override (T1, T2) Rebuild((T1, T2) node, TreeRebuilder rebuilder) =>
        (rebuilder.Child(node.Item1), rebuilder.Child(node.Item2));
}

/// <summary>Rebuilds tuples of three items.</summary>
internal sealed class TupleKind<T1, T2, T3> : TreeKind<(T1, T2, T3)>
{
    public static readonly TupleKind<T1, T2, T3> Instance = new();

    protected override (T1, T2, T3) Rebuild((T1, T2, T3) node, TreeRebuilder rebuilder) =>
        (rebuilder.Child(node.Item1), rebuilder.Child(node.Item2), rebuilder.Child(node.Item3));
}

/// <summary>Rebuilds tuples of four items.</summary>
internal sealed class TupleKind<T1, T2, T3, T4> : TreeKind<(T1, T2, T3, T4)>
{
    public static readonly TupleKind<T1, T2, T3, T4> Instance = new();

    protected override (T1, T2, T3, T4) Rebuild((T1, T2, T3, T4) node, TreeRebuilder rebuilder) => (
            rebuilder.Child(node.Item1), rebuilder.Child(node.Item2), rebuilder.Child(node.Item3), rebuilder.Child(node.Item4));
}

/// <summary>Rebuilds tuples of five items.</summary>
internal sealed class TupleKind<T1, T2, T3, T4, T5> : TreeKind<(T1, T2, T3, T4, T5)>
{
    public static readonly TupleKind<T1, T2, T3, T4, T5> Instance = new();

    protected override (T1, T2, T3, T4, T5) Rebuild((T1, T2, T3, T4, T5) node, TreeRebuilder rebuilder) => (
            rebuilder.Child(node.Item1), rebuilder.Child(node.Item2), rebuilder.Child(node.Item3), rebuilder.Child(node.Item4),
            rebuilder.Child(node.Item5));
}

/// <summary>Rebuilds tuples of six items.</summary>
internal sealed class TupleKind<T1, T2, T3, T4, T5, T6> : TreeKind<(T1, T2, T3, T4, T5, T6)>
{
    public static readonly TupleKind<T1, T2, T3, T4, T5, T6> Instance = new();

    protected override (T1, T2, T3, T4, T5, T6) Rebuild((T1, T2, T3, T4, T5, T6) node, TreeRebuilder rebuilder) => (
            rebuilder.Child(node.Item1), rebuilder.Child(node.Item2), rebuilder.Child(node.Item3), rebuilder.Child(node.Item4),
            rebuilder.Child(node.Item5), rebuilder.Child(node.Item6));
}

/// <summary>Rebuilds tuples of seven items.</summary>
internal sealed class TupleKind<T1, T2, T3, T4, T5, T6, T7> : TreeKind<(T1, T2, T3, T4, T5, T6, T7)>
{
    public static readonly TupleKind<T1, T2, T3, T4, T5, T6, T7> Instance = new();

    protected override (T1, T2, T3, T4, T5, T6, T7) Rebuild((T1, T2, T3, T4, T5, T6, T7) node, TreeRebuilder rebuilder) => (
            rebuilder.Child(node.Item1), rebuilder.Child(node.Item2), rebuilder.Child(node.Item3), rebuilder.Child(node.Item4),
            rebuilder.Child(node.Item5), rebuilder.Child(node.Item6), rebuilder.Child(node.Item7));
}

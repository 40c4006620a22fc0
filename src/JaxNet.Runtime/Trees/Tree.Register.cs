namespace JaxNet;

public static partial class Tree
{
    /// <summary>
    /// Lets tree functions rebuild lists, immutable arrays and immutable lists of a type of trees. Those of tensors need
    /// no registration, nor do arrays. Registering again does nothing.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static void RegisterList<T>() => TreeKinds.AddLists<T>();

    /// <summary>
    /// Lets tree functions rebuild dictionaries, sorted or immutable ones too, from strings to a type of trees. Those of
    /// tensors need no registration. Registering again does nothing.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    public static void RegisterDictionary<T>() => TreeKinds.AddDictionaries<T>();

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1>() => TreeKinds.Add(TupleKind<T1>.Instance);

    /// <summary>
    /// Lets tree functions rebuild tuples of trees of these types. Those of tensors only need no registration, and the
    /// functions of <see cref="Tree"/> that are given a tuple register it themselves. Registering again does nothing.
    /// </summary>
    /// <typeparam name="T1">The type of the first item.</typeparam>
    /// <typeparam name="T2">The type of the second item.</typeparam>
    public static void RegisterTuple<T1, T2>() => TreeKinds.Add(TupleKind<T1, T2>.Instance);

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1, T2, T3>() => TreeKinds.Add(TupleKind<T1, T2, T3>.Instance);

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1, T2, T3, T4>() => TreeKinds.Add(TupleKind<T1, T2, T3, T4>.Instance);

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1, T2, T3, T4, T5>() => TreeKinds.Add(TupleKind<T1, T2, T3, T4, T5>.Instance);

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1, T2, T3, T4, T5, T6>() => TreeKinds.Add(TupleKind<T1, T2, T3, T4, T5, T6>.Instance);

    /// <inheritdoc cref="RegisterTuple{T1, T2}"/>
    public static void RegisterTuple<T1, T2, T3, T4, T5, T6, T7>() => TreeKinds.Add(TupleKind<T1, T2, T3, T4, T5, T6, T7>.Instance);
}

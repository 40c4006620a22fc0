using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>How to rebuild the kinds of tuples and collections for which code has been compiled, by their type.</summary>
internal static class TreeKinds
{
    private static readonly ConcurrentDictionary<Type, TreeKind> Known = OfTensors();

    /// <summary>How to rebuild a node: by its very type, or as any list or dictionary behind an interface.</summary>
    public static TreeKind? Find(object node) =>
        Known.GetValueOrDefault(node.GetType()) ?? Known.Values.FirstOrDefault(kind => kind.CanStandFor(node));

    public static void Add(TreeKind kind) => Known.TryAdd(kind.Type, kind);

    public static void AddLists<T>() => Array.ForEach(Lists<T>(), Add);

    public static void AddDictionaries<T>() => Array.ForEach(Dictionaries<T>(), Add);

    private static ConcurrentDictionary<Type, TreeKind> OfTensors()
    {
        TreeKind[] kinds =
        [
            new TupleKind<Tensor>(),
            new TupleKind<Tensor, Tensor>(),
            new TupleKind<Tensor, Tensor, Tensor>(),
            new TupleKind<Tensor, Tensor, Tensor, Tensor>(),
            new TupleKind<Tensor, Tensor, Tensor, Tensor, Tensor>(),
            new TupleKind<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(),
            new TupleKind<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>(),
            new TupleKind<Tensor, (Tensor, Tensor)>(),
            new TupleKind<(Tensor, Tensor), Tensor>(),
            new TupleKind<(Tensor, Tensor), (Tensor, Tensor)>(),
            .. Lists<Tensor>(),
            .. Dictionaries<Tensor>(),
        ];

        return new(kinds.Select(kind => KeyValuePair.Create(kind.Type, kind)));
    }

    private static TreeKind[] Lists<T>() =>
        [new ListKind<T>(), new ImmutableArrayKind<T>(), new ImmutableListKind<T>(), new AnyListKind<T>()];

    private static TreeKind[] Dictionaries<T>() =>
        [
            new DictionaryKind<T>(), new SortedDictionaryKind<T>(), new ImmutableDictionaryKind<T>(),
            new ImmutableSortedDictionaryKind<T>(), new AnyDictionaryKind<T>(),
        ];
}

using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>How to rebuild the kinds of tuples and collections for which code has been compiled, by their type.</summary>
internal static class TreeKinds
{
    private static readonly ConcurrentDictionary<Type, TreeKind> Known = OfTensors();

    public static TreeKind? Find(Type type) => Known.GetValueOrDefault(type);

    public static void Add(TreeKind kind) => Known.TryAdd(kind.Type, kind);

    public static void AddLists<T>()
    {
        Add(new ListKind<T>());
        Add(new ImmutableArrayKind<T>());
        Add(new ImmutableListKind<T>());
    }

    public static void AddDictionaries<T>()
    {
        Add(new DictionaryKind<T>());
        Add(new SortedDictionaryKind<T>());
        Add(new ImmutableDictionaryKind<T>());
        Add(new ImmutableSortedDictionaryKind<T>());
    }

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
            new ListKind<Tensor>(),
            new ImmutableArrayKind<Tensor>(),
            new ImmutableListKind<Tensor>(),
            new DictionaryKind<Tensor>(),
            new SortedDictionaryKind<Tensor>(),
            new ImmutableDictionaryKind<Tensor>(),
            new ImmutableSortedDictionaryKind<Tensor>(),
        ];

        return new(kinds.Select(kind => KeyValuePair.Create(kind.Type, kind)));
    }
}

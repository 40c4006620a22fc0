using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Rebuilds trees such that what is shared stays shared: each tensor and each node is replaced once.</summary>
internal abstract class SharingRebuilder : TreeRebuilder
{
    private readonly ReferenceMap<object> _made = new();

    protected abstract Tensor Leaf(Tensor leaf);

    public override T Child<T>(T child)
    {
        if (child is null)
            return child;

        if (typeof(T).IsValueType)
            return TreeNodes.Rebuild(child, this);

        if (_made.TryGet(child, out var made))
            return (T)made;

        var result = child is Tensor leaf ? (T)(object)Leaf(leaf) : TreeNodes.Rebuild(child, this);
        _made.TryAdd(child, result!);
        return result;
    }
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Collects the leaves of a tree, each once.</summary>
internal sealed class LeafCollector : TreeVisitor
{
    private readonly ReferenceMap<object?> _seen = new();

    public List<Tensor> Leaves { get; } = [];

    public override void Child<T>(string name, T child)
    {
        if (child is null)
            return;

        if (typeof(T).IsValueType)
        {
            TreeNodes.Visit(child, this);
            return;
        }

        if (!_seen.TryAdd(child, null))
            return;

        if (child is Tensor leaf)
            Leaves.Add(leaf);
        else
            TreeNodes.Visit(child, this);
    }
}

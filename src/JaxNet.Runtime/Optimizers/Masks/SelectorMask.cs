using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Mask.Select"/>.</summary>
internal sealed class SelectorMask<TParams>(Func<TParams, object?> selector) : Mask
{
    public override string ToString() => $"a part of {TreeNodes.NameOf(typeof(TParams))}";

    internal override bool[] Of(MaskedTree tree)
    {
        if (tree.Tree is not TParams parameters)
        {
            throw new ArgumentException(
                $"A mask selects from {TreeNodes.NameOf(typeof(TParams))}, but was used with {TreeNodes.NameOf(tree.Tree.GetType())}. Write Mask.Select(({TreeNodes.NameOf(tree.Tree.GetType())} p) => ...).");
        }

        var part = new HashSet<Tensor>(Tree.LeavesArray(selector(parameters)), ReferenceEqualityComparer.Instance);
        bool[] selected = [.. tree.Leaves.Select(leaf => part.Remove(leaf.Leaf))];
        if (part.Count > 0)
            throw new ArgumentException($"A mask selected {Shapes.Describe(part.First().shape)}, a tensor that isn't among the parameters: {tree.Paths}. Return a part of what the lambda is given.");

        return selected.Contains(true) ? selected : throw new ArgumentException(
            $"A mask selected nothing of the parameters: {tree.Paths}. An optional member may be absent.");
    }
}

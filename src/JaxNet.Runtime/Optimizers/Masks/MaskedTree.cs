using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The parameters that a mask selects from.</summary>
internal sealed class MaskedTree(object tree)
{
    private IReadOnlyList<(Tensor Leaf, List<string> Paths)>? _leaves;

    public object Tree => tree;

    /// <summary>The leaves, each once, in the order of <see cref="Tree.Leaves"/>, with the paths of all of their places.</summary>
    public IReadOnlyList<(Tensor Leaf, List<string> Paths)> Leaves => _leaves ??= TreePlaces.Of(tree).Leaves;

    /// <summary>The first path of each leaf, for error messages.</summary>
    public string Paths => string.Join(", ", Leaves.Select(leaf => TreePaths.Readable(leaf.Paths[0])));
}

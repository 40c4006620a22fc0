using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Mask.Where"/>.</summary>
internal sealed class PredicateMask(Func<string, Tensor, bool> predicate) : Mask
{
    public override string ToString() => "where a condition holds";

    internal override bool[] Of(MaskedTree tree) => [.. tree.Leaves.Select(leaf => leaf.Paths.Any(path => predicate(path, leaf.Leaf)))];
}

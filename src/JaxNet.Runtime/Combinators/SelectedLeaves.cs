using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The parameters that a combinator is about: those that have gradients, and are in its mask if it has one.</summary>
internal static class SelectedLeaves
{
    public static IEnumerable<(int Index, Tensor Tensor)> Of<TParams>(TParams parameters, Mask? mask)
    {
        var selected = mask?.Of(new MaskedTree(parameters!));
        return Tree.LeavesArray(parameters)
            .Select((leaf, index) => (Index: index, Tensor: leaf))
            .Where(leaf => selected?[leaf.Index] != false && Differentiation.HasGradient(leaf.Tensor));
    }
}

namespace JaxNet;

/// <summary>See <see cref="GradientTransforms.Masked"/>.</summary>
internal sealed class MaskedGradientRule(Mask mask, GradientRule inner, bool[]? selected = null) : GradientRule
{
    public override IReadOnlyList<LeafUpdate> Apply(IReadOnlyList<LeafUpdate> leaves)
    {
        var transformed = inner.Apply([.. leaves.Where(leaf => selected![leaf.Leaf])]).ToDictionary(leaf => leaf.Leaf);
        return [.. leaves.Select(leaf => transformed.GetValueOrDefault(leaf.Leaf, leaf))];
    }

    public override GradientRule Bind(MaskedTree tree) => new MaskedGradientRule(mask, inner.Bind(tree), mask.Of(tree));
}

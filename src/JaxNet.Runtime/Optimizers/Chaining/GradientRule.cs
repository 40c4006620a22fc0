namespace JaxNet;

/// <summary>How a transform makes other gradients. What it makes on the way belongs to the scope around.</summary>
internal abstract class GradientRule
{
    /// <summary>The leaves with other gradients.</summary>
    public abstract IReadOnlyList<LeafUpdate> Apply(IReadOnlyList<LeafUpdate> leaves);

    /// <summary>The rule for the parameters of one tree: masks have become the indices of leaves.</summary>
    public virtual GradientRule Bind(MaskedTree tree) => this;
}

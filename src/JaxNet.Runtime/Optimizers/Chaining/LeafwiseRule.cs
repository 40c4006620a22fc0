using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A transform that treats each leaf on its own.</summary>
/// <param name="transform">Makes the gradient of the parameter and its gradient, which are in a type to compute with.</param>
internal sealed class LeafwiseRule(Func<Tensor, Tensor, Tensor> transform) : GradientRule
{
    public override IReadOnlyList<LeafUpdate> Apply(IReadOnlyList<LeafUpdate> leaves) =>
        [.. leaves.Select(leaf => leaf with { Gradient = transform(TensorPass.Computable(leaf.Parameter), TensorPass.Computable(leaf.Gradient)) })];
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="GradientTransforms.ClipByGlobalNorm"/>. The norm stays where the tensors are: reading it would wait for the device.</summary>
internal sealed class GlobalNormRule(double maximum) : GradientRule
{
    public override IReadOnlyList<LeafUpdate> Apply(IReadOnlyList<LeafUpdate> leaves)
    {
        if (leaves.Count == 0)
            return leaves;

        Tensor[] gradients = [.. leaves.Select(leaf => TensorPass.Computable(leaf.Gradient))];
        var squares = gradients.Select(gradient => Beside(gradients[0], gradient.square().sum())).Aggregate((sum, next) => sum + next);
        var factor = Shrinking(squares, maximum);
        return [.. leaves.Select((leaf, i) => leaf with { Gradient = gradients[i] * Beside(gradients[i], factor) })];
    }

    /// <summary>A number of a tensor's type, where that tensor is.</summary>
    private static Tensor Beside(Tensor tensor, Tensor number) => empty([], tensor.dtype, tensor.device).copy_(number);

    /// <summary>min(1, maximum / norm), exactly 1 up to the maximum.</summary>
    public static Tensor Shrinking(Tensor squaredNorm, double maximum) => maximum / squaredNorm.sqrt().clamp_min((Scalar)maximum);
}

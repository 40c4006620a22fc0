namespace JaxNet.Language.Tests.Reference;

/// <summary>The layers that references need, written plainly.</summary>
internal static class Plain
{
    /// <summary>A dense layer.</summary>
    public static Tensor Affine(Tensor x, DenseParams p) => x.matmul(p.Kernel) + p.Bias;

    /// <summary>Several dense layers, one behind the other.</summary>
    public static Tensor Affine(Tensor x, params IEnumerable<DenseParams> layers) => layers.Aggregate(x, Affine);
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Which keys each query may attend to. Its tensors broadcast to the shape of the scores, [n, heads, queries, keys]. Masks are
/// combined with <c>&amp;</c>.
/// </summary>
public sealed class AttentionMask
{
    private readonly Func<Tensor, Tensor> _apply;

    private AttentionMask(Func<Tensor, Tensor> apply) => _apply = apply;

    /// <summary>A query sees the keys up to its own position.</summary>
    public static AttentionMask Causal { get; } = new(scores => Kept(scores, ones(scores.shape[^2..], ScalarType.Bool, scores.device).tril()));

    /// <summary>A query sees the keys where this is true; all of them, equally, if it is true nowhere.</summary>
    /// <param name="keep">Booleans. PyTorch's masks are true where a key may not be seen: give <c>mask.logical_not()</c>.</param>
    /// <returns>The mask.</returns>
    /// <exception cref="ArgumentException">The tensor isn't of booleans.</exception>
    public static AttentionMask Where(Tensor keep) => keep.dtype == ScalarType.Bool
        ? new(scores => Kept(scores, keep))
        : throw new ArgumentException($"AttentionMask.Where takes booleans, but got {Tree.TypeOf(keep)}; for numbers that are added to the scores there is AttentionMask.Additive.", nameof(keep));

    /// <summary>Numbers that are added to the scores.</summary>
    /// <param name="bias">The numbers, which are converted to the type of the scores; they may be learned.</param>
    /// <returns>The mask.</returns>
    public static AttentionMask Additive(Tensor bias) => new(scores => scores.Plus(bias.InTypeOf(scores)));

    /// <summary>What both masks let through.</summary>
    /// <param name="first">Applied first.</param>
    /// <param name="second">Applied to what the first leaves.</param>
    public static AttentionMask operator &(AttentionMask first, AttentionMask second) => new(scores => second._apply(first._apply(scores)));

    /// <exception cref="ArgumentException">The mask has more axes or sizes than the scores.</exception>
    internal Tensor Apply(Tensor scores)
    {
        var masked = _apply(scores);
        return masked.HasShapeOf(scores) ? masked : throw new ArgumentException(
            $"The mask broadcasts to {Shapes.Describe(masked.shape)}, but the scores have the shape [n, heads, queries, keys], here {Shapes.Describe(scores.shape)}.");
    }

    // The least number rather than minus infinity: a query that sees nothing would get no numbers at all.
    private static Tensor Kept(Tensor scores, Tensor keep) => scores.masked_fill(keep.logical_not(), finfo(scores.dtype).min);
}

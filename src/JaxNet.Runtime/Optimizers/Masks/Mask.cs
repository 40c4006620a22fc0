using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A part of the parameters, by path or by what a lambda selects; combined by <c>|</c>, <c>&amp;</c> and <c>!</c>. Used by <see cref="Optimizers.Freeze"/>,
/// <see cref="Optimizers.Partition"/> and <see cref="GradientTransforms.Masked"/>, and around modules by
/// <c>Regularized</c> and <c>Reparametrized</c>.
/// </summary>
/// <remarks>
/// A shared parameter stands under several paths; it is in the part if one of them is. Optimizers resolve a mask when a state is made, so that it
/// costs nothing at each step; modules around modules at each run.
/// </remarks>
public abstract class Mask
{
    private protected Mask()
    {
    }

    /// <summary>
    /// The parameters at a path, and below it: <c>predict.sequential.dense0</c>. In it <c>*</c> stands for any letters within one name, and
    /// <c>**</c> for any number of names: <c>**.bias</c> is each bias, <c>encoder.dense*.kernel</c> are those of the encoder's dense layers.
    /// </summary>
    /// <param name="pattern">The path, as in checkpoints and in <see cref="Tree.Paths"/>.</param>
    /// <returns>The mask. Where it is used it throws if nothing is there, as that would be a misspelling.</returns>
    public static Mask Path(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        return new PathMask(pattern);
    }

    /// <summary>What a lambda selects: <c>Mask.Select((Mnist.LossParams p) => p.Predict.Sequential.Dense0)</c>, or a tuple of such parts.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="selector">Gives a part of the parameters that it is called with: a tensor, or a tree.</param>
    /// <returns>The mask. Where it is used it throws if the parameters are of another type, or nothing of them was selected.</returns>
    public static Mask Select<TParams>(Func<TParams, object?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new SelectorMask<TParams>(selector);
    }

    /// <summary>The parameters for which a condition holds: <c>Mask.Where((path, leaf) => leaf.dim() > 1)</c>.</summary>
    /// <param name="predicate">The condition, of a path and the tensor there; the values of the tensor can change later.</param>
    /// <returns>The mask. It may select nothing.</returns>
    public static Mask Where(Func<string, Tensor, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new PredicateMask(predicate);
    }

    /// <summary>What is in either part.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The mask.</returns>
    public static Mask operator |(Mask left, Mask right) => new CombinedMask(left, right, "|", (a, b) => a || b);

    /// <summary>What is in both parts.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The mask.</returns>
    public static Mask operator &(Mask left, Mask right) => new CombinedMask(left, right, "&", (a, b) => a && b);

    /// <summary>All but a part.</summary>
    /// <param name="mask">The part.</param>
    /// <returns>The mask.</returns>
    public static Mask operator !(Mask mask) => new OtherMask(mask);

    /// <summary>Whether each leaf is in the part.</summary>
    internal abstract bool[] Of(MaskedTree tree);
}

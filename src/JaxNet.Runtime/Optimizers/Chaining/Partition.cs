using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// An optimizer for each part of the parameters, as <c>optax.partition</c> (once <c>multi_transform</c>). Other rates for biases:
    /// <code>
    /// var opt = Optimizers.Partition([(Mask.Path("**.bias"), Optimizers.Sgd(0.1))], rest: Optimizers.Adam(1e-3));
    /// </code>
    /// </summary>
    /// <param name="parts">Masks with their optimizers. A parameter in several masks belongs to the first of them.</param>
    /// <param name="rest">The optimizer of the parameters in none of the masks; <see cref="SetToZero"/> leaves them as they are.</param>
    /// <returns>
    /// The optimizer; its states have the slots of all of these, by name. Beside a parameter whose optimizer has no slot of some name stands a tensor of
    /// shape [0]. Counts that several of these have are numbered: <c>notfinite_count0</c>.
    /// </returns>
    public static Optimizer Partition(IReadOnlyList<(Mask Mask, Optimizer Optimizer)> parts, Optimizer rest)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(rest);
        Mask[] masks = [.. parts.Select(part => part.Mask)];
        var description = string.Concat(parts.Select(part => $"({part.Mask}, {part.Optimizer}), "));
        return Make(
            $"Partition([{description.TrimEnd(' ', ',')}], rest: {rest})",
            new PartitionRule(masks, [.. parts.Select(part => part.Optimizer.Rule), rest.Rule]));
    }

    /// <summary>An optimizer that leaves a part of the parameters as it is.</summary>
    /// <param name="mask">The part that stays.</param>
    /// <param name="optimizer">The optimizer of the others.</param>
    /// <returns>The optimizer: see <see cref="Partition"/>.</returns>
    public static Optimizer Freeze(Mask mask, Optimizer optimizer) => Partition([(mask, SetToZero())], optimizer);

    /// <summary>Leaves all parameters as they are, as <c>optax.set_to_zero</c>: for a part in <see cref="Partition"/>.</summary>
    /// <returns>The optimizer; its states have no slots.</returns>
    public static Optimizer SetToZero() => Make($"SetToZero()", new SetToZeroRule());
}

/// <summary>See <see cref="Optimizers.SetToZero"/>.</summary>
internal sealed class SetToZeroRule() : UpdateRule([])
{
    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves) => () =>
    {
        foreach (var leaf in leaves)
            leaf.Keep();
    };
}

using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Accumulates gradients over several updates, and takes one step by their mean, as <c>optax.MultiSteps</c>: batches that are too large for the
    /// memory, in parts. The optimizer inside counts its own steps, one for each <paramref name="every"/> updates.
    /// </summary>
    /// <param name="optimizer">The optimizer that takes the steps.</param>
    /// <param name="every">How many updates make a step; 1 or more.</param>
    /// <returns>
    /// The optimizer; its states have the slots of <paramref name="optimizer"/> and <c>accumulated_gradient</c>, the mean of the gradients since the
    /// last step. <see cref="Optimizer.GetStep"/> tells the number of updates.
    /// </returns>
    public static Optimizer MultiSteps(Optimizer optimizer, long every)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        return Make($"MultiSteps({optimizer}, every: {every})", new MultiStepsRule(optimizer.Rule, every));
    }
}

/// <summary>See <see cref="Optimizers.MultiSteps"/>.</summary>
internal sealed class MultiStepsRule(UpdateRule inner, long every) : WrappedRule(inner, ["accumulated_gradient"], [])
{
    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        var before = step % every;
        Tensor[] means = [.. leaves.Select(leaf => Mean(leaf, before))];
        if (before < every - 1)
        {
            return () =>
            {
                for (var i = 0; i < means.Length; i++)
                {
                    Within(leaves[i]).Keep();
                    leaves[i].NewSlots[^1].copy_(means[i]);
                }
            };
        }

        var write = Inner.Prepare(step / every, counts, [.. leaves.Select((leaf, i) => Within(leaf) with { Gradient = means[i] })]);
        return () =>
        {
            write();
            foreach (var leaf in leaves)
                leaf.NewSlots[^1].zero_();
        };
    }

    public override UpdateRule Bind(MaskedTree tree) => new MultiStepsRule(Inner.Bind(tree), every);

    public override UpdateRule Unfused() => new MultiStepsRule(Inner.Unfused(), every);

    private static Tensor Mean(LeafUpdate leaf, long before)
    {
        var gradient = TensorPass.Computable(leaf.Gradient);
        return before == 0 ? gradient : leaf.Slots[^1] + ((gradient - leaf.Slots[^1]) / (double)(before + 1));
    }
}

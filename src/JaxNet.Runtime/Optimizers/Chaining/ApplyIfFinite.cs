using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Skips updates whose gradient has an infinity or a NaN in it, as <c>optax.apply_if_finite</c>: parameters, slots and the step that the optimizer
    /// inside counts stay as they were. There is no limit: look at the counts to see whether the training still gets on.
    /// </summary>
    /// <param name="optimizer">The optimizer that takes the other steps.</param>
    /// <returns>
    /// The optimizer; its states have the slots of <paramref name="optimizer"/>, and the counts <c>notfinite_count</c>, how many updates were skipped in
    /// a row up to now, and <c>total_notfinite</c>, how many in all: see <see cref="OptimizerState{TParams}.Count"/>.
    /// </returns>
    public static Optimizer ApplyIfFinite(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return Make($"ApplyIfFinite({optimizer})", new ApplyIfFiniteRule(optimizer.Rule));
    }
}

/// <summary>See <see cref="Optimizers.ApplyIfFinite"/>.</summary>
internal sealed class ApplyIfFiniteRule(UpdateRule inner) : WrappedRule(inner, [], ["notfinite_count", "total_notfinite"])
{
    public override void Update(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        ref var inARow = ref counts[^2];
        ref var total = ref counts[^1];
        if (AreFinite(leaves))
        {
            inARow = 0;
            Inner.Update(step - total, Within(counts), leaves);
            return;
        }

        inARow++;
        total++;
        foreach (var leaf in leaves)
            leaf.Keep();
    }

    public override UpdateRule Bind(MaskedTree tree) => new ApplyIfFiniteRule(Inner.Bind(tree));

    public override UpdateRule Unfused() => new ApplyIfFiniteRule(Inner.Unfused());

    private static bool AreFinite(IReadOnlyList<LeafUpdate> leaves)
    {
        using var temporaries = NewDisposeScope();
        return leaves.GroupBy(leaf => leaf.Gradient.device.ToString())
            .All(leaves => stack(leaves.Select(leaf => leaf.Gradient.isfinite().all())).all().item<bool>());
    }
}

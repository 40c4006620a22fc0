using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Skips updates whose gradient has an infinity or a NaN in it, as <c>optax.apply_if_finite</c>: parameters, slots and the step that the optimizer
    /// inside counts stay as they were.
    /// </summary>
    /// <param name="optimizer">The optimizer that takes the other steps.</param>
    /// <param name="maxConsecutiveErrors">
    /// How many updates in a row are skipped at most: those after them are taken as they are, so that a training that is lost shows it. Null for no limit.
    /// </param>
    /// <returns>
    /// The optimizer; its states have the slots of <paramref name="optimizer"/>, and the counts <c>notfinite_count</c>, how many updates were skipped in
    /// a row up to now, and <c>total_notfinite</c>, how many in all; with a limit also <c>taken_notfinite</c>, how many of these were taken all the same: see
    /// <see cref="OptimizerState{TParams}.Count"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConsecutiveErrors"/> is negative.</exception>
    public static Optimizer ApplyIfFinite(Optimizer optimizer, long? maxConsecutiveErrors = null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (maxConsecutiveErrors is not { } limit)
            return Make($"ApplyIfFinite({optimizer})", new ApplyIfFiniteRule(optimizer.Rule, null));

        ArgumentOutOfRangeException.ThrowIfNegative(limit, nameof(maxConsecutiveErrors));
        return Make($"ApplyIfFinite({optimizer}, maxConsecutiveErrors: {limit})", new ApplyIfFiniteRule(optimizer.Rule, limit));
    }
}

/// <summary>See <see cref="Optimizers.ApplyIfFinite"/>.</summary>
internal sealed class ApplyIfFiniteRule(UpdateRule inner, long? limit)
    : WrappedRule(inner, [], limit is null ? ["notfinite_count", "total_notfinite"] : ["notfinite_count", "total_notfinite", "taken_notfinite"])
{
    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        var own = counts[Inner.Counts.Count..];
        ref var inARow = ref own[0];
        ref var total = ref own[1];
        var skipped = limit is null ? total : total - own[2];
        var areFinite = AreFinite(leaves);
        inARow = areFinite ? 0 : inARow + 1;
        total += areFinite ? 0 : 1;
        if (areFinite || inARow > limit)
        {
            if (!areFinite)
                own[2]++;

            return Inner.Prepare(step - skipped, Within(counts), leaves);
        }

        return () =>
        {
            foreach (var leaf in leaves)
                leaf.Keep();
        };
    }

    public override UpdateRule Bind(MaskedTree tree) => new ApplyIfFiniteRule(Inner.Bind(tree), limit);

    public override UpdateRule Unfused() => new ApplyIfFiniteRule(Inner.Unfused(), limit);

    private static bool AreFinite(IReadOnlyList<LeafUpdate> leaves)
    {
        using var temporaries = NewDisposeScope();
        return leaves.GroupBy(leaf => leaf.Gradient.device.ToString())
            .All(leaves => stack(leaves.Select(leaf => leaf.Gradient.isfinite().all())).all().item<bool>());
    }
}

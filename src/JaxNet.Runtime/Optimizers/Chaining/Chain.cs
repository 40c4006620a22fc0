namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// An optimizer whose gradients are transformed first, as by <c>optax.chain</c>: each transform takes what the one before it has made.
    /// <code>
    /// var opt = Optimizers.Chain([GradientTransforms.ClipByGlobalNorm(1), GradientTransforms.AddDecayedWeights(1e-4)], Optimizers.Momentum(0.1));
    /// </code>
    /// </summary>
    /// <param name="transforms">The transforms, from the first to the last.</param>
    /// <param name="optimizer">The optimizer that takes what they make of the gradients.</param>
    /// <returns>The optimizer; its states are those of <paramref name="optimizer"/>.</returns>
    public static Optimizer Chain(IReadOnlyList<GradientTransform> transforms, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        ArgumentNullException.ThrowIfNull(optimizer);
        GradientRule[] rules = [.. transforms.Select(transform => transform.Rule)];
        return Make($"Chain([{string.Join(", ", transforms)}], {optimizer})", new ChainRule(rules, optimizer.Rule));
    }
}

/// <summary>See <see cref="Optimizers.Chain"/>.</summary>
internal sealed class ChainRule(GradientRule[] transforms, UpdateRule inner) : WrappedRule(inner, [], [])
{
    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        foreach (var transform in transforms)
            leaves = transform.Apply(leaves);

        return Inner.Prepare(step, counts, leaves);
    }

    public override UpdateRule Bind(MaskedTree tree) =>
        new ChainRule(Array.ConvertAll(transforms, transform => transform.Bind(tree)), Inner.Bind(tree));

    public override UpdateRule Unfused() => new ChainRule(transforms, Inner.Unfused());
}

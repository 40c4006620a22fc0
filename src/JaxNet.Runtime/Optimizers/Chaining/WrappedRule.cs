using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A rule around another one. Its slots and counts are the other's, and then its own.</summary>
/// <param name="inner">The other rule.</param>
/// <param name="slots">The names of what this one keeps beside each parameter.</param>
/// <param name="counts">The names of what this one counts.</param>
internal abstract class WrappedRule(UpdateRule inner, IReadOnlyList<string> slots, IReadOnlyList<string> counts)
    : UpdateRule(Join("slot", inner.Slots, slots), Join("count", inner.Counts, counts))
{
    protected UpdateRule Inner => inner;

    public sealed override Tensor InitialSlot(int slot, int leaf, Tensor parameter) =>
        slot < inner.Slots.Count ? inner.InitialSlot(slot, leaf, parameter) : InitialOwnSlot(leaf, parameter);

    /// <summary>The first value of what this rule keeps itself.</summary>
    protected virtual Tensor InitialOwnSlot(int leaf, Tensor parameter) => base.InitialSlot(inner.Slots.Count, leaf, parameter);

    /// <summary>A leaf as the inner rule sees it.</summary>
    protected LeafUpdate Within(LeafUpdate leaf) =>
        leaf with { Slots = leaf.Slots[..inner.Slots.Count], NewSlots = leaf.NewSlots[..inner.Slots.Count] };

    protected Span<long> Within(Span<long> counts) => counts[..inner.Counts.Count];

    private static IReadOnlyList<string> Join(string kind, IReadOnlyList<string> inner, IReadOnlyList<string> own) =>
        inner.Intersect(own).FirstOrDefault() is { } twice
            ? throw new ArgumentException(
                $"The optimizer inside has a {kind} '{twice}' already, and so can't be wrapped once more in what keeps it under this name.")
            : [.. inner, .. own];
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>What an optimizer keeps beside each parameter, and how it makes the next ones from the gradient.</summary>
/// <param name="slots">The names of what it keeps beside each parameter.</param>
/// <param name="counts">The names of what it counts, once for all parameters.</param>
internal abstract class UpdateRule(IReadOnlyList<string> slots, IReadOnlyList<string>? counts = null)
{
    /// <summary>The names of what the optimizer keeps beside each parameter, as they stand in paths.</summary>
    public IReadOnlyList<string> Slots { get; } = slots;

    /// <summary>The names of what the optimizer counts, as they stand in paths. Counts start at zero.</summary>
    public IReadOnlyList<string> Counts { get; } = counts ?? [];

    /// <summary>A slot's first value: zeros of the parameter's shape, unless overridden. Always a tensor of its own.</summary>
    /// <param name="slot">The slot's index.</param>
    /// <param name="leaf">The parameter's index among the leaves.</param>
    /// <param name="parameter">The parameter; of a complex one its real view.</param>
    public virtual Tensor InitialSlot(int slot, int leaf, Tensor parameter) => zeros(parameter.shape, SlotType(parameter), parameter.device);

    /// <summary>
    /// Makes ready for an update, up to where parameters are written. What can throw by the user's doing, such as a schedule, does so here: of several
    /// rules none has written anything then. What is made on the way belongs to the scope around.
    /// </summary>
    /// <param name="step">How many updates there have been.</param>
    /// <param name="counts">The counts: the old ones, to be replaced by the new ones.</param>
    /// <param name="leaves">The leaves; each of a floating-point type.</param>
    /// <returns>Writes the new parameters and slots; to be called once.</returns>
    public abstract Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves);

    /// <summary>The rule for the parameters of one tree: masks have become the indices of leaves.</summary>
    /// <exception cref="ArgumentException">A mask doesn't fit the tree.</exception>
    public virtual UpdateRule Bind(MaskedTree tree) => this;

    /// <summary>The same rule, by tensor operations alone.</summary>
    public virtual UpdateRule Unfused() => this;

    /// <summary>Sums of many steps need more digits than 16-bit types have.</summary>
    protected static ScalarType SlotType(Tensor parameter) =>
        parameter.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? ScalarType.Float32 : parameter.dtype;
}

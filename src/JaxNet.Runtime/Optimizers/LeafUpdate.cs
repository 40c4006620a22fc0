using static TorchSharp.torch;

namespace JaxNet;

/// <summary>One step's work on one leaf.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Slots">What the optimizer keeps beside it.</param>
/// <param name="Gradient">Its gradient, of its shape and type.</param>
/// <param name="NewParameter">Where the new parameter goes: a contiguous tensor like the old one, or the old one itself.</param>
/// <param name="NewSlots">Where the new slots go: likewise.</param>
internal readonly record struct LeafUpdate(
    Tensor Parameter, Tensor[] Slots, Tensor Gradient, Tensor NewParameter, Tensor[] NewSlots)
{
    /// <summary>
    /// The same for a complex leaf, as pairs of real numbers on the same memory: to an optimizer they are two parameters, and
    /// the slots are theirs.
    /// </summary>
    public LeafUpdate AsReal() => Parameter.is_complex()
        ? this with
        {
            Parameter = Parameter.view_as_real(),
            Gradient = Gradient.resolve_conj().view_as_real(),
            NewParameter = NewParameter.view_as_real(),
        }
        : this;
}

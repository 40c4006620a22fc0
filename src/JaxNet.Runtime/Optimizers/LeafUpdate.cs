using static TorchSharp.torch;

namespace JaxNet;

/// <summary>One step's work on one leaf.</summary>
/// <param name="Leaf">The parameter's index among the leaves.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Slots">What the optimizer keeps beside it.</param>
/// <param name="Gradient">Its gradient, of its shape and type.</param>
/// <param name="NewParameter">Where the new parameter goes: a contiguous tensor like the old one, or the old one itself.</param>
/// <param name="NewSlots">Where the new slots go: likewise.</param>
internal readonly record struct LeafUpdate(
    int Leaf, Tensor Parameter, Tensor[] Slots, Tensor Gradient, Tensor NewParameter, Tensor[] NewSlots)
{
    /// <summary>
    /// The same for a complex leaf, as pairs of real numbers on the same memory: to an optimizer they are two parameters, and
    /// the slots are theirs.
    /// </summary>
    public LeafUpdate AsReal() => Parameter.is_complex()
        ? this with
        {
            Parameter = Parameter.resolve_conj().view_as_real(),
            Gradient = Gradient.resolve_conj().view_as_real(),
            NewParameter = NewParameter.view_as_real(),
        }
        : this;

    /// <summary>Makes the new parameter and slots like the old ones: the leaf takes no step.</summary>
    public void Keep()
    {
        Keep(Parameter, NewParameter);
        for (var slot = 0; slot < Slots.Length; slot++)
            Keep(Slots[slot], NewSlots[slot]);
    }

    /// <summary>Refuses slots that another rule has made.</summary>
    /// <param name="names">The slots' names.</param>
    /// <param name="fits">Whether the leaf's slot of some index is like those that this rule makes.</param>
    public void CheckSlots(IReadOnlyList<string> names, Func<LeafUpdate, int, bool> fits)
    {
        for (var slot = 0; slot < Slots.Length; slot++)
        {
            if (!fits(this, slot))
            {
                throw new InvalidOperationException(
                    $"The state's slot '{names[slot]}' has the shape {Shapes.Describe(Slots[slot].shape)} beside a parameter of shape " +
                    $"{Shapes.Describe(Parameter.shape)}: it was made by an optimizer that treats this parameter otherwise. " +
                    "Make a new state with Init(GetParameters(state)).");
            }
        }
    }

    private static void Keep(Tensor old, Tensor next)
    {
        if (!ReferenceEquals(old, next))
            next.copy_(old);
    }
}

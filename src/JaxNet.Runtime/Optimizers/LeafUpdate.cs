using static TorchSharp.torch;

namespace JaxNet;

/// <summary>One step's work on one leaf.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Slots">What the optimizer keeps beside it.</param>
/// <param name="Gradient">Its gradient, of its shape and type.</param>
/// <param name="NewParameter">Where the new parameter goes: a contiguous tensor like the old one, or the old one itself.</param>
/// <param name="NewSlots">Where the new slots go: likewise.</param>
internal readonly record struct LeafUpdate(
    Tensor Parameter, Tensor[] Slots, Tensor Gradient, Tensor NewParameter, Tensor[] NewSlots);

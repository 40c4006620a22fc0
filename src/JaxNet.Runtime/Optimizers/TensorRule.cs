using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A rule that looks at a whole leaf at once, by tensor operations.</summary>
internal abstract class TensorRule(Schedule learningRate, IReadOnlyList<string> slots) : RatedRule(learningRate, slots)
{
    public sealed override Tensor InitialSlot(int slot, int leaf, Tensor parameter) =>
        zeros(SlotShape(slot, parameter), SlotType(parameter), parameter.device);

    /// <summary>What shape a slot has beside a parameter: its own, unless overridden.</summary>
    protected virtual long[] SlotShape(int slot, Tensor parameter) => parameter.shape;

    protected sealed override Action Prepare(long step, double rate, IReadOnlyList<LeafUpdate> leaves)
    {
        foreach (var leaf in leaves)
            leaf.CheckSlots(Slots, (leaf, slot) => leaf.Slots[slot].HasShape(SlotShape(slot, leaf.Parameter)));

        return () => Write(step, rate, leaves);
    }

    /// <summary>The next parameter; puts the next slots into <paramref name="slots"/>, without changing the tensors that are there.</summary>
    protected abstract Tensor Next(long step, double rate, Tensor parameter, Tensor gradient, Tensor[] slots);

    private void Write(long step, double rate, IReadOnlyList<LeafUpdate> leaves)
    {
        foreach (var leaf in leaves)
        {
            // Of no elements there is no largest, and no mean.
            if (leaf.Parameter.numel() == 0)
            {
                leaf.Keep();
                continue;
            }

            using var temporaries = NewDisposeScope();
            var slots = leaf.Slots.ToArray();
            var next = Next(step, rate, TensorPass.Computable(leaf.Parameter), TensorPass.Computable(leaf.Gradient), slots);

            leaf.NewParameter.copy_(next);
            for (var slot = 0; slot < slots.Length; slot++)
                leaf.NewSlots[slot].copy_(slots[slot]);
        }
    }
}

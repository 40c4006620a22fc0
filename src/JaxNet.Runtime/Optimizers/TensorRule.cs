using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A rule that looks at a whole leaf at once, by tensor operations.</summary>
internal abstract class TensorRule(Schedule learningRate, IReadOnlyList<string> slots) : RatedRule(learningRate, slots)
{
    protected override void Update(long step, double rate, IReadOnlyList<LeafUpdate> leaves)
    {
        foreach (var leaf in leaves)
        {
            using var temporaries = NewDisposeScope();
            var slots = leaf.Slots.ToArray();
            var next = Next(step, rate, TensorPass.Computable(leaf.Parameter), TensorPass.Computable(leaf.Gradient), slots);

            leaf.NewParameter.copy_(next);
            for (var slot = 0; slot < slots.Length; slot++)
                leaf.NewSlots[slot].copy_(slots[slot]);
        }
    }

    /// <summary>The next parameter; puts the next slots into <paramref name="slots"/>, without changing the tensors that are there.</summary>
    protected abstract Tensor Next(long step, double rate, Tensor parameter, Tensor gradient, Tensor[] slots);
}

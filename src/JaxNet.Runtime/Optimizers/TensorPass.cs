using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Runs a formula by tensor operations: for every device, type and layout.</summary>
internal static class TensorPass
{
    public static void Run<TFormula>(TFormula formula, LeafUpdate leaf)
        where TFormula : struct, IFormula
    {
        using var temporaries = NewDisposeScope();
        var parameter = Elements(leaf.Parameter);
        var slot0 = Slot(leaf, 0);
        var slot1 = Slot(leaf, 1);
        var slot2 = Slot(leaf, 2);

        formula.Update(ref parameter, Elements(leaf.Gradient), ref slot0, ref slot1, ref slot2);

        leaf.NewParameter.copy_(parameter.Tensor!);
        Store(leaf, 0, slot0);
        Store(leaf, 1, slot1);
        Store(leaf, 2, slot2);
    }

    private static TensorElements Slot(LeafUpdate leaf, int slot) =>
        slot < leaf.Slots.Length ? Elements(leaf.Slots[slot]) : default;

    private static void Store(LeafUpdate leaf, int slot, TensorElements value)
    {
        if (slot < leaf.NewSlots.Length)
            leaf.NewSlots[slot].copy_(value.Tensor!);
    }

    /// <summary>A tensor in a type to compute with: in 16 bits, 1e-8 beside a root would be nothing.</summary>
    public static Tensor Computable(Tensor tensor) =>
        tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? tensor.type(ScalarType.Float32) : tensor;

    private static TensorElements Elements(Tensor tensor) => new(Computable(tensor));
}

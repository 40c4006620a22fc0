using static TorchSharp.torch;

namespace JaxNet;

public static partial class Optimizers
{
    /// <summary>
    /// Keeps an exponential moving average of the parameters beside them (Polyak averaging): <c>e = decay * e + (1 - decay) * p</c> after each
    /// update, from the first parameters on. Evaluate with <c>state.Slot("ema")</c>.
    /// </summary>
    /// <param name="optimizer">The optimizer that takes the steps; the average has no effect on it.</param>
    /// <param name="decay">How much of the average remains after each update; from 0 to 1.</param>
    /// <returns>
    /// The optimizer; its states have the slots of <paramref name="optimizer"/> and <c>ema</c>, which is of single precision for parameters of 16 bits,
    /// and pairs of real numbers for complex ones.
    /// </returns>
    public static Optimizer Ema(Optimizer optimizer, double decay = 0.999)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfNegative(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decay, 1);
        return Make($"Ema({optimizer}, decay: {decay})", new EmaRule(optimizer.Rule, decay));
    }
}

/// <summary>See <see cref="Optimizers.Ema"/>.</summary>
internal sealed class EmaRule(UpdateRule inner, double decay) : WrappedRule(inner, ["ema"], [])
{
    public override Action Prepare(long step, Span<long> counts, IReadOnlyList<LeafUpdate> leaves)
    {
        var write = Inner.Prepare(step, counts, [.. leaves.Select(Within)]);
        return () =>
        {
            write();
            foreach (var leaf in leaves)
            {
                using var temporaries = NewDisposeScope();
                leaf.NewSlots[^1].copy_((leaf.Slots[^1] * decay) + (TensorPass.Computable(leaf.NewParameter) * (1 - decay)));
            }
        };
    }

    public override UpdateRule Bind(MaskedTree tree) => new EmaRule(Inner.Bind(tree), decay);

    public override UpdateRule Unfused() => new EmaRule(Inner.Unfused(), decay);

    protected override Tensor InitialOwnSlot(int leaf, Tensor parameter) => parameter.detach().type(SlotType(parameter)).clone();
}

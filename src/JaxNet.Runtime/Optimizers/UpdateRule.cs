using static TorchSharp.torch;

namespace JaxNet;

/// <summary>What an optimizer keeps beside each parameter, and how it makes the next ones from the gradient.</summary>
/// <param name="slots">The names of what it keeps.</param>
internal abstract class UpdateRule(IReadOnlyList<string> slots)
{
    /// <summary>The names of what the optimizer keeps beside each parameter, as they stand in paths.</summary>
    public IReadOnlyList<string> Slots { get; } = slots;

    /// <summary>A slot's first value: zeros of the parameter's shape, unless overridden.</summary>
    public virtual Tensor InitialSlot(int slot, Tensor parameter) => zeros(parameter.shape, SlotType(parameter), parameter.device);

    /// <summary>Writes the new parameters and slots.</summary>
    /// <param name="step">How many updates there have been.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    /// <param name="leaves">The leaves; each of a floating-point or complex type.</param>
    public abstract void Update(long step, double learningRate, IReadOnlyList<LeafUpdate> leaves);

    /// <summary>The same rule, by tensor operations alone.</summary>
    public virtual UpdateRule Unfused() => this;

    /// <summary>Sums of many steps need more digits than 16-bit types have.</summary>
    protected static ScalarType SlotType(Tensor parameter) =>
        parameter.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? ScalarType.Float32 : parameter.dtype;
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A function as a module without parameters.</summary>
internal sealed class FunctionModule(Func<Tensor, Tensor> function) : Module<ValueTuple, Tensor, Tensor>
{
    public override string Name => "Function";

    public override Tensor Initialize(Slot<ValueTuple> slot, InitScope scope, Tensor inputs)
    {
        slot.Value = default;
        return function(inputs);
    }

    public override Tensor Run(ValueTuple parameters, ApplyScope scope, Tensor inputs) => function(inputs);
}

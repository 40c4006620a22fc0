using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Layers.Reparametrized{TParams, TReparametrization, TInputs, TOutput}"/>.</summary>
internal sealed class ReparametrizedModule<TParams, TReparametrization, TInputs, TOutput>(
    Reparametrization<TParams, TReparametrization, TInputs, TOutput> reparametrization)
    : Module<ReparametrizedParams<TParams, TReparametrization>, TInputs, TOutput>
{
    public override string Name => "Reparametrized";

    public override TOutput Initialize(Slot<ReparametrizedParams<TParams, TReparametrization>> slot, InitScope scope, TInputs inputs) =>
        reparametrization.Initialize(slot, scope, inputs);

    public override TOutput Run(ReparametrizedParams<TParams, TReparametrization> parameters, ApplyScope scope, TInputs inputs) =>
        reparametrization.Run(parameters, scope, inputs);
}

/// <summary>The same around a layer, which is a layer again.</summary>
internal sealed class ReparametrizedLayer<TParams, TReparametrization>(Reparametrization<TParams, TReparametrization, Tensor, Tensor> reparametrization)
    : LayerModule<ReparametrizedParams<TParams, TReparametrization>>
{
    public override string Name => "Reparametrized";

    public override Tensor Initialize(Slot<ReparametrizedParams<TParams, TReparametrization>> slot, InitScope scope, Tensor inputs) =>
        reparametrization.Initialize(slot, scope, inputs);

    public override Tensor Run(ReparametrizedParams<TParams, TReparametrization> parameters, ApplyScope scope, Tensor inputs) =>
        reparametrization.Run(parameters, scope, inputs);
}

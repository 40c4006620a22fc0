using static TorchSharp.torch;

namespace JaxNet;

/// <summary>See <see cref="Layers.Batched{TParams, TInputs, TOutput}"/>.</summary>
internal sealed class BatchedModule<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, EachExample examples)
    : Module<TParams, TInputs, TOutput>
{
    public override string Name => module.Name;

    public override bool NeedsParameters => module.NeedsParameters;

    // The slot makes the first example initialise the module, and the others share its parameters.
    public override TOutput Initialize(Slot<TParams> slot, InitScope scope, TInputs inputs) =>
        examples.Over(inputs, example => scope.Again().Call(module, slot, example), isFirst: true);

    public override TOutput Run(TParams parameters, ApplyScope scope, TInputs inputs) =>
        examples.Over(inputs, example => module.Run(parameters, scope.Again(), example));

    public override void CollectShared(object? parameters, SharedModules found) => found.Add(module, parameters);
}

/// <summary>The same around a layer, which is a layer again.</summary>
internal sealed class BatchedLayer<TParams>(LayerModule<TParams> module, EachExample examples) : LayerModule<TParams>
    where TParams : Params
{
    public override string Name => module.Name;

    public override bool NeedsParameters => module.NeedsParameters;

    public override Tensor Initialize(Slot<TParams> slot, InitScope scope, Tensor inputs) =>
        examples.Over(inputs, example => scope.Again().Call(module, slot, example), isFirst: true);

    public override Tensor Run(TParams parameters, ApplyScope scope, Tensor inputs) =>
        examples.Over(inputs, example => module.Run(parameters, scope.Again(), example));

    public override void CollectShared(object? parameters, SharedModules found) => found.Add(module, parameters);
}

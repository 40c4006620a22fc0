namespace JaxNet;

/// <summary>A module behind a layer, of which the type of the parameters is not known.</summary>
internal interface ILayerModule
{
    Module Module { get; }
}

/// <summary>A module behind a layer, of which inputs and output are known.</summary>
internal interface ILayerModule<TInputs, TOutput> : ILayerModule
{
    TOutput Initialize<P>(InitScope scope, Slot<P> slot, TInputs inputs);

    TOutput Run(object? parameters, ApplyScope scope, TInputs inputs);
}

using System.ComponentModel;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A module from one tensor to one tensor, which bodies can use as a <see cref="Layer"/>.</summary>
/// <typeparam name="TParams">The parameters: a generated record.</typeparam>
public abstract class LayerModule<TParams> : Module<TParams, Tensor, Tensor>, ILayerModule
    where TParams : Params
{
    /// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>
    /// <param name="module">The module.</param>
    /// <returns>A delegate that stands for the module.</returns>
    public static implicit operator Layer(LayerModule<TParams> module) => module.CalledAsFunction;

    Module ILayerModule.Module => this;

    Tensor ILayerModule.Initialize(InitScope scope, Slot<Params> slot, Tensor inputs)
    {
        var typed = new Slot<TParams>();
        if (slot.HasValue)
            typed.Value = (TParams)slot.Value;

        var output = scope.Call(this, typed, inputs);
        slot.Value = typed.Value;
        return output;
    }

    Tensor ILayerModule.Run(Params parameters, ApplyScope scope, Tensor inputs) => Run((TParams)parameters, scope, inputs);

    private Tensor CalledAsFunction(Tensor inputs) => throw new InvalidOperationException(
        $"{Name} was called as a function outside of a template, where it has no parameters. " +
        $"Call {Name}(...).Apply(parameters, inputs) instead.");
}

/// <summary>A module behind a <see cref="Layer"/>, of which the type of the parameters is not known.</summary>
internal interface ILayerModule
{
    Module Module { get; }

    Tensor Initialize(InitScope scope, Slot<Params> slot, Tensor inputs);

    Tensor Run(Params parameters, ApplyScope scope, Tensor inputs);
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Gathers the parameters of layers that a template is given by name, while it is initialised.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NamedLayersBuilder
{
    private readonly Dictionary<string, (Module Module, Slot<Params> Parameters)> _slots = [];

    /// <summary>The layers, for one initialisation.</summary>
    /// <param name="scope">The initialisation.</param>
    /// <param name="layers">The layers that the module was made with; null stays null.</param>
    /// <param name="hyperparameter">What the template calls them.</param>
    /// <returns>The layers as functions, which initialise them when they are called first.</returns>
    [return: NotNullIfNotNull(nameof(layers))]
    public IReadOnlyDictionary<string, Layer>? Bind(
        InitScope scope, IReadOnlyDictionary<string, Layer>? layers, [CallerArgumentExpression(nameof(layers))] string hyperparameter = "") =>
        layers is null ? null : new BoundNamedLayers(layers, (name, layer) => layer.Target is ILayerModule<Tensor, Tensor> module
            ? inputs => module.Initialize((InitScope)scope.InLayer(hyperparameter, name), SlotOf(name, module.Module), inputs)
            : layer);

    /// <summary>The parameters, once all are there.</summary>
    /// <returns>Those of the layers that were called.</returns>
    public NamedLayersParams Build() =>
        new(_slots.Where(slot => slot.Value.Parameters.ValueOrDefault is not null).Select(slot => (slot.Key, slot.Value.Module, slot.Value.Parameters.Value)));

    private Slot<Params> SlotOf(string name, Module module)
    {
        if (!_slots.TryGetValue(name, out var slot))
            _slots.Add(name, slot = (module, new()));

        return slot.Parameters;
    }
}

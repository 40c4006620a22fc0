using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

// A layer that a body holds as a value is initialised when it is called first. Each call is one more run in the same place.
public sealed partial class InitScope
{
    /// <summary>A module as a function, which initialises it when it is called first.</summary>
    /// <param name="module">The module; null stays null.</param>
    /// <param name="slot">Where the caller keeps the module's parameters.</param>
    /// <returns>The function.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer? Bind<TParams>(LayerModule<TParams>? module, Slot<TParams> slot)
        where TParams : Params => module is null ? null : inputs => Again().Call(module, slot, inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams}, Slot{TParams})"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<TInputs, TOutput>? BindOf<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput>? module, Slot<TParams> slot) =>
        module is null ? null : inputs => Again().Call(module, slot, inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams}, Slot{TParams})"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<T1, T2, TOutput>? BindOfTwo<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput>? module, Slot<TParams> slot) =>
        module is null ? null : (first, second) => Again().Call(module, slot, (first, second));

    /// <summary>A layer that a template was given as a function, which initialises it when it is called first.</summary>
    /// <param name="layer">The layer; null stays null.</param>
    /// <param name="slot">Where the caller keeps the layer's parameters.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>The function.</returns>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer? BindLayer<TParams>(Layer? layer, Slot<TParams> slot, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer is null ? null : inputs => CallLayer(layer, slot, inputs, name);

    /// <inheritdoc cref="BindLayer{TParams}(Layer, Slot{TParams}, string)"/>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer<TInputs, TOutput>? BindLayer<TParams, TInputs, TOutput>(
        Layer<TInputs, TOutput>? layer, Slot<TParams> slot, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer is null ? null : inputs => CallLayer(layer, slot, inputs, name);

    /// <inheritdoc cref="BindLayer{TParams}(Layer, Slot{TParams}, string)"/>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer<T1, T2, TOutput>? BindLayer<TParams, T1, T2, TOutput>(
        Layer<T1, T2, TOutput>? layer, Slot<TParams> slot, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer is null ? null : (first, second) => CallLayer(layer, slot, first, second, name);
}

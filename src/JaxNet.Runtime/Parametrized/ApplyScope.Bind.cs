using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

// A layer that a body holds as a value, in a list say, knows the module's parameters itself. Each call is one more run in the same place.
public partial class ApplyScope
{
    /// <summary>A module without parameters as a function.</summary>
    /// <param name="module">The module; null stays null.</param>
    /// <returns>The function.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer? Bind<TParams>(LayerModule<TParams>? module)
        where TParams : Params => module is null ? null : inputs => module.Run(default!, Again(), inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams})"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<TInputs, TOutput>? BindOf<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput>? module) => module is null ? null : inputs => module.Run(default!, Again(), inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams})"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<T1, T2, TOutput>? BindOfTwo<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput>? module) =>
        module is null ? null : (first, second) => module.Run(default!, Again(), (first, second));

    /// <summary>A module as a function that has its parameters.</summary>
    /// <param name="module">The module; null stays null.</param>
    /// <param name="owner">The parameters that it is a member of.</param>
    /// <param name="member">Its parameters; null if it wasn't called at Init, which is an error when it is called.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The function.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer? Bind<TParams>(LayerModule<TParams>? module, Params owner, TParams? member, string name)
        where TParams : Params => module is null ? null : inputs => module.Run(Present(owner, member, name), Again(), inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams}, Params, TParams, string)"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<TInputs, TOutput>? BindOf<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput>? module, Params owner, TParams? member, string name)
        where TParams : class => module is null ? null : inputs => module.Run(Present(owner, member, name), Again(), inputs);

    /// <inheritdoc cref="Bind{TParams}(LayerModule{TParams}, Params, TParams, string)"/>
    [return: NotNullIfNotNull(nameof(module))]
    public Layer<T1, T2, TOutput>? BindOfTwo<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput>? module, Params owner, TParams? member, string name)
        where TParams : class => module is null ? null : (first, second) => module.Run(Present(owner, member, name), Again(), (first, second));

    /// <summary>A layer that a template was given, as a function that has its parameters.</summary>
    /// <param name="layer">The layer; null stays null.</param>
    /// <param name="parameters">Its parameters; null for a function.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>The function.</returns>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer? BindLayer<TParams>(Layer? layer, TParams parameters, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? => layer is null ? null : inputs => CallLayer(layer, parameters, inputs, name);

    /// <inheritdoc cref="BindLayer{TParams}(Layer, TParams, string)"/>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer<TInputs, TOutput>? BindLayer<TParams, TInputs, TOutput>(
        Layer<TInputs, TOutput>? layer, TParams parameters, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? => layer is null ? null : inputs => CallLayer(layer, parameters, inputs, name);

    /// <inheritdoc cref="BindLayer{TParams}(Layer, TParams, string)"/>
    [return: NotNullIfNotNull(nameof(layer))]
    public Layer<T1, T2, TOutput>? BindLayer<TParams, T1, T2, TOutput>(
        Layer<T1, T2, TOutput>? layer, TParams parameters, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? => layer is null ? null : (first, second) => CallLayer(layer, parameters, first, second, name);
}

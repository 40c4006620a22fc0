using System.ComponentModel;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What travels through one initialisation of a network: the key chain, and the modules that have been initialised
/// so far, by which a module that is met again shares its parameters. Generated code passes it on by value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class InitScope : ApplyScope
{
    private readonly Dictionary<Module, object?> _initialized;

    /// <summary>Has libtorch's autograd record, until the result is disposed: <c>Init</c> needs no gradients, but a body may ask for them by itself.</summary>
    /// <returns>What ends it.</returns>
    public override IDisposable RecordAll() => enable_grad();

    /// <summary>Initialises a parameter with the next link of the key chain.</summary>
    /// <param name="template">Whose parameter it is, for error messages.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="init">Its initializer.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Its first value.</returns>
    /// <exception cref="InvalidOperationException">The initializer's value has another shape, or no parameter may be initialised.</exception>
    public Tensor Parameter(string template, ReadOnlySpan<long> shape, Initializer init, string? name = null)
    {
        if (_missing is not null)
            return _missing.StandIn(template, name, zeros(shape.ToArray(), ScalarType.Float32, _device));

        using var drawing = NewDisposeScope();
        var value = init(NextKey(template), shape.ToArray());
        if (!value.HasShape(shape))
        {
            throw new InvalidOperationException(
                $"{template}: the initializer of '{name ?? "parameter"}' was asked for the shape {Shapes.Describe(shape)}, " +
                $"but returned a tensor of shape {Shapes.Describe(value.shape)}.");
        }

        return LetSurvive(Placed(value), drawing);
    }

    /// <summary>Initialises a parameter that is any tree of tensors with the next link of the key chain.</summary>
    /// <param name="template">Whose parameter it is, for error messages.</param>
    /// <param name="init">Makes its first value.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Its first value.</returns>
    public T Parameter<T>(string template, Func<Key, T> init, string? name = null)
    {
        if (_missing is not null)
            return _missing.StandIn(template, name, Placed(init(default(Key).On(_device))));

        using var drawing = NewDisposeScope();
        return LetSurvive(Placed(init(NextKey(template))), drawing);
    }

    /// <summary>Initialises a parameter that is a module of its own, unless somebody has done so.</summary>
    /// <param name="template">Whose parameter it is, for error messages.</param>
    /// <param name="module">The module.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Its first value.</returns>
    public T Parameter<T>(string template, ParameterModule<T> module, string? name = null) => Call(module, new Slot<T>(), default);

    /// <summary>Calls a module: the first call initialises it, each later one shares the parameters.</summary>
    /// <param name="module">The module; its identity is the object's.</param>
    /// <param name="slot">Where the caller keeps the module's parameters.</param>
    /// <param name="inputs">The module's inputs.</param>
    /// <returns>The module's output.</returns>
    public TOutput Call<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, Slot<TParams> slot, TInputs inputs)
    {
        object? shared = null;
        if (!slot.HasValue && (_initialized.TryGetValue(module, out shared) || _provided?.TryGet(module, out shared) == true))
            slot.Value = (TParams)shared!;

        State.ShareWithOthers(module);
        var requests = State.Requests;
        TOutput output;
        if (slot.HasValue)
        {
            output = module.Run(slot.Value, this, inputs);
        }
        else
        {
            output = module.Initialize(slot, this, inputs);
            if (!_initialized.TryAdd(module, slot.Value) && module.NeedsParameters)
            {
                throw new InvalidOperationException(
                    $"{module.Name} called itself while it was initialised. It is one module, however often it is called, and can't be a part of itself: " +
                    "give its template a hyperparameter, so that each call makes another module.");
            }
        }

        // Only now is it known whether the module keeps state: one that keeps none has no place of its own, and runs in its caller's.
        if (State.Requests > requests)
            State.PlaceOf(module);

        return output;
    }

    /// <summary>Calls a module of two inputs: the first call initialises it, each later one shares the parameters.</summary>
    /// <param name="module">The module; its identity is the object's.</param>
    /// <param name="slot">Where the caller keeps the module's parameters.</param>
    /// <param name="first">The module's first input.</param>
    /// <param name="second">The module's second input.</param>
    /// <returns>The module's output.</returns>
    public TOutput Call<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput> module, Slot<TParams> slot, T1 first, T2 second) =>
        Call(module, slot, (first, second));

    /// <summary>Calls a layer that a template was given.</summary>
    /// <param name="layer">The layer: a module or a function.</param>
    /// <param name="slot">Where the caller keeps the layer's parameters.</param>
    /// <param name="inputs">The layer's input.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>The layer's output.</returns>
    public Tensor CallLayer<TParams>(Layer layer, Slot<TParams> slot, Tensor inputs, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer.Target is ILayerModule<Tensor, Tensor> module ? module.Initialize(InLayer(name), slot, inputs) : layer(inputs);

    /// <inheritdoc cref="CallLayer{TParams}(Layer, Slot{TParams}, Tensor, string)"/>
    public TOutput CallLayer<TParams, TInputs, TOutput>(
        Layer<TInputs, TOutput> layer, Slot<TParams> slot, TInputs inputs, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer.Target is ILayerModule<TInputs, TOutput> module ? module.Initialize(InLayer(name), slot, inputs) : layer(inputs);

    /// <summary>Calls a layer of two inputs that a template was given.</summary>
    /// <param name="layer">The layer: a module or a function.</param>
    /// <param name="slot">Where the caller keeps the layer's parameters.</param>
    /// <param name="first">The layer's first input.</param>
    /// <param name="second">The layer's second input.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>The layer's output.</returns>
    public TOutput CallLayer<TParams, T1, T2, TOutput>(
        Layer<T1, T2, TOutput> layer, Slot<TParams> slot, T1 first, T2 second, [CallerArgumentExpression(nameof(layer))] string name = "") =>
        layer.Target is ILayerModule<(T1, T2), TOutput> module ? module.Initialize(InLayer(name), slot, (first, second)) : layer(first, second);

    /// <summary>Calls a layer that a template was given for each step of a loop over time; the first step initialises it.</summary>
    /// <param name="slot">Where the caller keeps the layer's parameters.</param>
    /// <param name="cell">The layer.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <param name="name">The hyperparameter's name, under which the cell's running state is kept.</param>
    /// <returns>The last carry, and the outputs of all steps.</returns>
    public (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        Slot<TParams> slot, Layer<TCarry, TInputs, (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false,
        [CallerArgumentExpression(nameof(cell))] string name = "") =>
        TimeLoop.Run((now, step) => CallLayer(cell, slot, now, step, name), carry, inputs, reverse);

    /// <summary>Calls a module for each step of a loop over time; the first step initialises it.</summary>
    /// <param name="slot">Where the caller keeps the module's parameters.</param>
    /// <param name="cell">The module.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <returns>The last carry, and the outputs of all steps.</returns>
    public (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        Slot<TParams> slot, Module<TParams, (TCarry, TInputs), (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false) =>
        TimeLoop.Run((now, step) => Again().Call(cell, slot, (now, step)), carry, inputs, reverse);
}

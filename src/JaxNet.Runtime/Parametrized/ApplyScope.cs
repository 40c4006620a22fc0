using System.ComponentModel;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What travels through one application of a network beside its parameters and inputs: the chain of random keys
/// and the mode. Generated code passes it on by value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class ApplyScope
{
    private readonly object? _root;
    private Key? _chain;

    internal ApplyScope(object? root, Key? key, Mode mode)
    {
        _root = root;
        _chain = key;
        Mode = mode;
    }

    /// <summary>What the network is being applied for.</summary>
    public Mode Mode { get; }

    /// <summary>Takes the next link of the key chain: <c>chain, key = split(chain)</c>, as in JAXnet.</summary>
    /// <param name="template">Who asks, for the error message.</param>
    /// <returns>A key that nobody else gets.</returns>
    /// <exception cref="MissingKeyException">The network was applied without a key.</exception>
    public Key NextKey(string template)
    {
        var whole = _whole ?? this;
        if (whole._chain is not { } chain)
            throw new MissingKeyException(template);

        NotVectorizedException.ThrowInBatch();
        (whole._chain, var key) = chain.Split();
        return key;
    }

    /// <summary>
    /// Has libtorch's autograd record all that is called, until the result is disposed: a body that asks autograd for gradients by itself
    /// would not get those that go through layers with gradients of their own.
    /// </summary>
    /// <returns>What ends it.</returns>
    public virtual IDisposable RecordAll() => Tape.RecordAll();

    /// <summary>Checks a parameter against the shape that the body asks for, before it is used.</summary>
    /// <param name="owner">The parameters that <paramref name="parameter"/> is a member of.</param>
    /// <param name="parameter">The parameter's value.</param>
    /// <param name="shape">The shape that the body asks for.</param>
    /// <returns>The parameter's value.</returns>
    /// <exception cref="ParameterShapeException">The shapes differ.</exception>
    /// <exception cref="MissingParameterException">There is no value.</exception>
    public Tensor Check(Params owner, Tensor parameter, ReadOnlySpan<long> shape)
    {
        if (parameter is null)
            throw MissingParameterException.Null(RootOf(owner), owner);
        if (!parameter.HasShape(shape))
            throw WrongShape(owner, parameter, shape);

        return parameter;
    }

    /// <summary>Checks a parameter of which the initializer has an effect that the body relies on, and so is evaluated too.</summary>
    /// <param name="owner">The parameters that <paramref name="parameter"/> is a member of.</param>
    /// <param name="parameter">The parameter's value.</param>
    /// <param name="shape">The shape that the body asks for.</param>
    /// <param name="unused">The initializer.</param>
    /// <returns>The parameter's value.</returns>
    /// <exception cref="ParameterShapeException">The shapes differ.</exception>
    public Tensor Check(Params owner, Tensor parameter, ReadOnlySpan<long> shape, Initializer unused) => Check(owner, parameter, shape);

    /// <summary>A parameter that is a tree, of which the initializer has an effect that the body relies on.</summary>
    /// <param name="parameter">The parameter's value.</param>
    /// <param name="unused">The initializer.</param>
    /// <returns>The parameter's value.</returns>
    public T Keep<T>(T parameter, Func<Key, T> unused) => parameter;

    /// <inheritdoc cref="Keep{T}(T, Func{Key, T})"/>
    public T Keep<T>(T parameter, ParameterModule<T> unused) => parameter;

    /// <summary>A member that is there only if the condition around its call held at Init.</summary>
    /// <param name="owner">The parameters that it is a member of.</param>
    /// <param name="member">The member.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The member.</returns>
    /// <exception cref="MissingParameterException">It isn't there.</exception>
    public T Present<T>(Params owner, T? member, string name)
        where T : class =>
        member ?? throw MissingParameterException.Absent(RootOf(owner), owner, name);

    /// <summary>The element of a list for the next round of a loop.</summary>
    /// <param name="owner">The parameters that the list is a member of.</param>
    /// <param name="list">The list.</param>
    /// <param name="round">The round, from 0.</param>
    /// <param name="name">The list's name.</param>
    /// <returns>The element.</returns>
    /// <exception cref="MissingParameterException">The loop has more rounds than it had at Init.</exception>
    public T Next<T>(Params owner, ParamsList<T> list, int round, string name) =>
        round < list.Count ? list[round] : throw MissingParameterException.TooFew(RootOf(owner), owner, name, list.Count);

    /// <summary>The entry of a dictionary for a round of a loop whose rounds have names.</summary>
    /// <param name="owner">The parameters that the dictionary is a member of.</param>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The round's name.</param>
    /// <param name="name">The dictionary's name.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="MissingParameterException">The loop had no such round at Init.</exception>
    public T Next<T>(Params owner, ParamsDictionary<T> dictionary, string key, string name) =>
        dictionary.TryGetValue(key, out var entry) ? entry : throw MissingParameterException.NoRound(RootOf(owner), owner, name, key);

    private protected virtual ParameterShapeException WrongShape(Params owner, Tensor parameter, ReadOnlySpan<long> shape) =>
        ParameterShapeException.For(RootOf(owner), owner, parameter, shape);

    /// <summary>The tree that somebody's parameters are in, for error messages; null if it isn't known.</summary>
    private protected virtual object? RootOf(ITree owner) => _root;

    /// <summary>Calls a module that has no parameters.</summary>
    /// <param name="module">The module.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <returns>Its output.</returns>
    public TOutput Call<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, TInputs inputs) =>
        module.Run(default!, this, inputs);

    /// <summary>Calls a module of two inputs that has no parameters.</summary>
    /// <param name="module">The module.</param>
    /// <param name="first">Its first input.</param>
    /// <param name="second">Its second input.</param>
    /// <returns>Its output.</returns>
    public TOutput Call<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput> module, T1 first, T2 second) =>
        module.Run(default!, this, (first, second));

    /// <summary>Calls a module of two inputs.</summary>
    /// <param name="module">The module.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="first">Its first input.</param>
    /// <param name="second">Its second input.</param>
    /// <returns>Its output.</returns>
    public TOutput Call<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput> module, TParams parameters, T1 first, T2 second)
        where TParams : Params =>
        module.Run(parameters, this, (first, second));

    /// <summary>Calls a layer that a template was given.</summary>
    /// <param name="layer">The layer: a module or a function.</param>
    /// <param name="parameters">The layer's parameters; null for a function.</param>
    /// <param name="inputs">Its input.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="ArgumentException">The layer is a module, and there are no parameters for it.</exception>
    public Tensor CallLayer<TParams>(Layer layer, TParams parameters, Tensor inputs, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? =>
        layer.Target is ILayerModule<Tensor, Tensor> module ? module.Run(parameters, InLayer(name), inputs) : layer(inputs);

    /// <inheritdoc cref="CallLayer{TParams}(Layer, TParams, Tensor, string)"/>
    public TOutput CallLayer<TParams, TInputs, TOutput>(
        Layer<TInputs, TOutput> layer, TParams parameters, TInputs inputs, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? =>
        layer.Target is ILayerModule<TInputs, TOutput> module ? module.Run(parameters, InLayer(name), inputs) : layer(inputs);

    /// <summary>Calls a layer of two inputs that a template was given.</summary>
    /// <param name="layer">The layer: a module or a function.</param>
    /// <param name="parameters">The layer's parameters; null for a function.</param>
    /// <param name="first">Its first input.</param>
    /// <param name="second">Its second input.</param>
    /// <param name="name">The hyperparameter's name, under which the layer's running state is kept.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="ArgumentException">The layer is a module, and there are no parameters for it.</exception>
    public TOutput CallLayer<TParams, T1, T2, TOutput>(
        Layer<T1, T2, TOutput> layer, TParams parameters, T1 first, T2 second, [CallerArgumentExpression(nameof(layer))] string name = "")
        where TParams : Params? =>
        layer.Target is ILayerModule<(T1, T2), TOutput> module ? module.Run(parameters, InLayer(name), (first, second)) : layer(first, second);

    /// <summary>Calls a function for each step of a loop over time.</summary>
    /// <param name="cell">The function, or a module that has no parameters.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <returns>The last carry, and the outputs of all steps.</returns>
    public (TCarry Carry, TOutput Outputs) Scan<TCarry, TInputs, TOutput>(
        Layer<TCarry, TInputs, (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false) =>
        Scan<Params?, TCarry, TInputs, TOutput>(null, cell, carry, inputs, reverse);

    /// <inheritdoc cref="Scan{TCarry, TInputs, TOutput}(Layer{TCarry, TInputs, ValueTuple{TCarry, TOutput}}, TCarry, TInputs, bool)"/>
    public (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        Module<TParams, (TCarry, TInputs), (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false) =>
        TimeLoop.Run((now, step) => Again().Call(cell, now, step), carry, inputs, reverse);

    /// <summary>Calls a layer that a template was given for each step of a loop over time.</summary>
    /// <param name="parameters">The layer's parameters; null for a function.</param>
    /// <param name="cell">The layer.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <param name="name">The hyperparameter's name, under which the cell's running state is kept.</param>
    /// <returns>The last carry, and the outputs of all steps.</returns>
    public (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        TParams parameters, Layer<TCarry, TInputs, (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false,
        [CallerArgumentExpression(nameof(cell))] string name = "")
        where TParams : Params? =>
        FusedScan.TryRun<TCarry, TInputs, TOutput>((cell.Target as ILayerModule)?.Module, parameters, carry, inputs, reverse, out var result)
            ? result
            : TimeLoop.Run((now, step) => CallLayer(cell, parameters, now, step, name), carry, inputs, reverse);

    /// <summary>Calls a module for each step of a loop over time.</summary>
    /// <param name="parameters">The module's parameters.</param>
    /// <param name="cell">The module.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first.</param>
    /// <returns>The last carry, and the outputs of all steps.</returns>
    public (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        TParams parameters, Module<TParams, (TCarry, TInputs), (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false)
        where TParams : Params? =>
        FusedScan.TryRun<TCarry, TInputs, TOutput>(cell, parameters, carry, inputs, reverse, out var result)
            ? result
            : TimeLoop.Run((now, step) => cell.Run(parameters, Again(), (now, step)), carry, inputs, reverse);
}

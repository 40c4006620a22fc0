using System.ComponentModel;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What travels through one initialisation of a network: the key chain, and the modules that have been initialised
/// so far, by which a module that is met again shares its parameters. Generated code passes it on by value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class InitScope : ApplyScope
{
    private readonly Dictionary<Module, object?> _initialized = new(ReferenceEqualityComparer.Instance);

    internal InitScope(Key key, Mode mode)
        : base(root: null, key, mode)
    {
    }

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
            return _missing.StandIn(template, name, zeros(shape.ToArray()));

        var value = init(NextKey(template), shape.ToArray());

        if (!shape.SequenceEqual(value.shape))
        {
            throw new InvalidOperationException(
                $"{template}: the initializer of '{name ?? "parameter"}' was asked for the shape {Shapes.Describe(shape)}, " +
                $"but returned a tensor of shape {Shapes.Describe(value.shape)}.");
        }

        return value;
    }

    /// <summary>Initialises a parameter that is any tree of tensors with the next link of the key chain.</summary>
    /// <param name="template">Whose parameter it is, for error messages.</param>
    /// <param name="init">Makes its first value.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Its first value.</returns>
    public T Parameter<T>(string template, Func<Key, T> init, string? name = null)
    {
        return _missing is null ? init(NextKey(template)) : _missing.StandIn(template, name, init(default));
    }

    /// <summary>Calls a module: the first call initialises it, each later one shares the parameters.</summary>
    /// <param name="module">The module; its identity is the object's.</param>
    /// <param name="slot">Where the caller keeps the module's parameters.</param>
    /// <param name="inputs">The module's inputs.</param>
    /// <returns>The module's output.</returns>
    public TOutput Call<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, Slot<TParams> slot, TInputs inputs)
    {
        object? shared = null;
        if (!slot.HasValue && (_initialized.TryGetValue(module, out shared) || _provided?.Modules.TryGet(module, out shared) == true))
            slot.Value = (TParams)shared!;

        if (slot.HasValue)
            return module.Run(slot.Value, this, inputs);

        var output = module.Initialize(slot, this, inputs);
        _initialized.Add(module, slot.Value);
        return output;
    }
}

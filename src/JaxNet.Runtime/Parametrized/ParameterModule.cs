using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// A parameter as a module of its own, JAXnet's <c>Parameter</c>: without inputs, its output is the parameter itself.
/// <code>
/// var scalar = new ParameterModule&lt;Tensor&gt;(key => zeros([]));
/// Tensor value = scalar.Apply(scalar.Init(new Key(0)));
/// </code>
/// Its identity is the object's: used in several places of a network it is one parameter. A body asks for it by
/// <see cref="Primitives.Parameter{T}(ParameterModule{T}, string?)"/>, and for one of its own by <see cref="Primitives.Parameter{T}(Func{Key, T}, string?)"/>.
/// </summary>
/// <typeparam name="T">The type of the parameter: a tensor, or any tree of tensors.</typeparam>
/// <param name="init">Makes the first value, from a key of its own: the next link of the chain, as for a parameter in a body.</param>
public sealed class ParameterModule<T>(Func<Key, T> init) : Module<T, ValueTuple, T>
{
    /// <inheritdoc/>
    public override string Name => "Parameter";

    /// <summary>Makes the first value.</summary>
    /// <param name="key">The start of the key chain.</param>
    /// <returns>The value.</returns>
    public T Init(Key key) => Init(key, default);

    /// <summary>The value: whatever was given.</summary>
    /// <param name="parameters">The value.</param>
    /// <returns>The same value.</returns>
    public T Apply(T parameters) => Apply(parameters, default);

    /// <inheritdoc/>
    public override T Initialize(Slot<T> slot, InitScope scope, ValueTuple inputs)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(scope);
        return slot.Value = scope.Parameter(Name, init);
    }

    /// <inheritdoc/>
    public override T Run(T parameters, ApplyScope scope, ValueTuple inputs) => parameters;
}

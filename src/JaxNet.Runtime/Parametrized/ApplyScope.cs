using System.ComponentModel;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What travels through one application of a network beside its parameters and inputs: the chain of random keys
/// and the mode. Generated code passes it on by value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ApplyScope
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
        if (_chain is not { } chain)
            throw new MissingKeyException(template);

        (_chain, var key) = chain.Split();
        return key;
    }

    /// <summary>Checks a parameter against the shape that the body asks for, before it is used.</summary>
    /// <param name="owner">The parameters that <paramref name="parameter"/> is a member of.</param>
    /// <param name="parameter">The parameter's value.</param>
    /// <param name="shape">The shape that the body asks for.</param>
    /// <returns>The parameter's value.</returns>
    /// <exception cref="ParameterShapeException">The shapes differ.</exception>
    public Tensor Check(Params owner, Tensor parameter, ReadOnlySpan<long> shape)
    {
        if (!shape.SequenceEqual(parameter.shape))
            throw ParameterShapeException.For(_root, owner, parameter, shape);

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

    /// <summary>Calls a module that has no parameters.</summary>
    /// <param name="module">The module.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <returns>Its output.</returns>
    public TOutput Call<TParams, TInputs, TOutput>(Module<TParams, TInputs, TOutput> module, TInputs inputs) =>
        module.Run(default!, this, inputs);
}

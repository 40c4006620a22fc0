using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace JaxNet;

/// <summary>
/// A module together with its parameters, a key and the mode, as in Parallax: one immutable value. As a tree it is its parameters, so that
/// <c>Tree.Map(model, gradient, (p, g) => p - 0.3 * g)</c> is the next model; key and mode stay what they were.
/// </summary>
/// <typeparam name="TParams">The type of the parameters.</typeparam>
/// <typeparam name="TInputs">The type of the inputs: a tuple if there are several.</typeparam>
/// <typeparam name="TOutput">The type of the output.</typeparam>
public sealed class Model<TParams, TInputs, TOutput> : ITree
{
    private readonly TParams? _parameters;

    internal Model(Module<TParams, TInputs, TOutput> module, bool isInitialized, TParams? parameters, Key? key, Mode mode) =>
        (Module, IsInitialized, _parameters, Key, Mode) = (module, isInitialized, parameters, key, mode);

    /// <summary>The network without its parameters.</summary>
    public Module<TParams, TInputs, TOutput> Module { get; }

    /// <summary>Whether there are parameters.</summary>
    public bool IsInitialized { get; }

    /// <summary>The parameters.</summary>
    /// <exception cref="InvalidOperationException">There are none yet.</exception>
    public TParams Parameters => IsInitialized ? _parameters! : throw new InvalidOperationException(
        $"This model of {Module.Name} has no parameters yet. Take the one that Initialized(key, inputs) returns.");

    /// <summary>The start of the chain of random keys of each call; null if there is none.</summary>
    public Key? Key { get; }

    /// <summary>What the network is applied for.</summary>
    public Mode Mode { get; }

    /// <summary>The model with parameters.</summary>
    /// <param name="key">The start of the key chain from which they are drawn.</param>
    /// <param name="inputs">Example inputs; only their shapes matter.</param>
    /// <returns>A new model, with the key and mode of this one.</returns>
    public Model<TParams, TInputs, TOutput> Initialized(Key key, TInputs inputs) => With(Module.Init(key, inputs, Mode));

    /// <summary>The model with other parameters, from an optimizer for example.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>A new model, with the key and mode of this one.</returns>
    public Model<TParams, TInputs, TOutput> With(TParams parameters) => new(Module, true, parameters, Key, Mode);

    /// <summary>The model for another call: with other random numbers, and for training or evaluation.</summary>
    /// <param name="key">The start of the chain of random keys.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>A new model with the same parameters.</returns>
    public Model<TParams, TInputs, TOutput> NewState(Key key, Mode mode = Mode.Train) => new(Module, IsInitialized, _parameters, key, mode);

    /// <summary>Models that differ in their keys, for several calls such as those of a recurrence.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Models with the same parameters.</returns>
    /// <exception cref="InvalidOperationException">The model has no key.</exception>
    public IReadOnlyList<Model<TParams, TInputs, TOutput>> Split(int count)
    {
        var key = Key ?? throw new InvalidOperationException($"This model of {Module.Name} has no key to split. Give it one with NewState(key, mode).");
        return [.. key.Split(count).Select(part => NewState(part, Mode))];
    }

    /// <summary>Evaluates the network with the model's parameters, key and mode: the same model gives the same output.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The output; it belongs to the caller.</returns>
    /// <exception cref="InvalidOperationException">There are no parameters yet.</exception>
    /// <exception cref="MissingKeyException">The network draws random numbers, and the model has no key.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public TOutput Call(TInputs inputs)
    {
        try
        {
            return Module.Apply(Parameters, inputs, Key, Mode);
        }
        catch (InvalidOperationException error) when (Advise(error))
        {
            throw;
        }
    }

    /// <summary>Adds how it is done with a model to what the module says about itself.</summary>
    /// <returns>False: an exception filter that lets it pass.</returns>
    internal static bool Advise(Exception error)
    {
        var advice = error switch
        {
            MissingKeyException => " A model gets key and mode by model.NewState(key, mode).",
            MissingStateException => " A model keeps no running state: take its Module and its Parameters.",
            _ => "",
        };
        if (advice.Length > 0)
            ExceptionMessage.Append(error, advice);

        return false;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Visit([NotNull] TreeVisitor visitor) => visitor.Child("parameters", Parameters);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ITree Rebuild([NotNull] TreeRebuilder rebuilder) => With(rebuilder.Child(Parameters));

    /// <summary>The network's name, mode and key, and its parameters with their shapes once there are any.</summary>
    /// <returns>One line or several.</returns>
    public override string ToString()
    {
        var name = $"{Module.Name}, {(Mode == Mode.Train ? "train" : "eval")}, {(Key is { } key ? key.ToString() : "no key")}";
        return IsInitialized ? Tree.Describe(name, _parameters) : $"{name}, not initialized";
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TorchSharp;

namespace JaxNet;

/// <summary>
/// A network without its weights: an immutable object with <c>Init</c> and <c>Apply</c>. Its identity is the object's:
/// one object used twice shares its parameters, two objects never do.
/// </summary>
public abstract class Module
{
    private protected Module()
    {
    }

    /// <summary>The name of the defining template, after which members are named: <c>Dense</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the module has parameters, of its own or of the layers that it is made of; how many may be none all the same, in a loop without rounds.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual bool NeedsParameters => true;

    /// <summary>The template's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>Adds the modules inside this one that can be met elsewhere too, each with its part of the parameters.</summary>
    /// <param name="parameters">This module's parameters.</param>
    /// <param name="found">Where to add them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void CollectShared(object? parameters, SharedModules found) => found.Add(parameters as Params);

    /// <summary>Refuses what can't be this module's parameters.</summary>
    internal abstract void CheckParameters(object? parameters);
}

/// <summary>A module of which the types of parameters, inputs and output are known.</summary>
/// <typeparam name="TParams">The parameters: a generated record.</typeparam>
/// <typeparam name="TInputs">The inputs: a tensor or tree, a tuple of them if there are several, <see cref="ValueTuple"/> if there are none.</typeparam>
/// <typeparam name="TOutput">The output: a tensor or a tree.</typeparam>
public abstract partial class Module<TParams, TInputs, TOutput> : Module, ILayerModule<TInputs, TOutput>
{
    /// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>
    /// <param name="module">The module.</param>
    /// <returns>A delegate that stands for the module; null for none.</returns>
    [return: NotNullIfNotNull(nameof(module))]
    public static implicit operator Layer<TInputs, TOutput>?(Module<TParams, TInputs, TOutput>? module) => module is null ? null : module.CalledAsFunction;

    /// <summary>Draws initial parameters.</summary>
    /// <param name="key">The start of the key chain; the same key gives the same parameters.</param>
    /// <param name="inputs">Example inputs; only their shapes matter, unless the network's own parameters depend on their values.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters.</returns>
    public TParams Init(Key key, TInputs inputs, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = torch.NewDisposeScope();
        using var noGradients = torch.no_grad();
        var slot = new Slot<TParams>();
        InitializeNetwork(slot, new InitScope(temporaries, key, mode, InputDevice.Of(inputs, key.Device)), inputs);
        Tree.MoveToOuter(temporaries, slot.Value);
        MemoryBudget.Count(slot.Value);
        GC.KeepAlive(inputs);
        return slot.Value;
    }

    /// <summary>Evaluates the network: a pure function of its arguments.</summary>
    /// <param name="parameters">The parameters, from <see cref="Init(Key, TInputs, Mode)"/> or an optimizer.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The output; it belongs to the caller.</returns>
    /// <exception cref="MissingKeyException">The network draws random numbers, and <paramref name="key"/> is null.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public TOutput Apply(TParams parameters, TInputs inputs, Key? key = null, Mode mode = Mode.Train) =>
        Apply(parameters, state: null, inputs, key, mode);

    private TOutput Apply(TParams parameters, StateNode? state, TInputs inputs, Key? key, Mode mode)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = torch.NewDisposeScope();
        var output = RunNetwork(parameters, new ApplyScope(parameters, InputDevice.Draws(key, inputs), mode, state), inputs);
        output = Tree.TakeOut(temporaries, output);
        MemoryBudget.Count(output);
        GC.KeepAlive(parameters);
        GC.KeepAlive(inputs);
        return output;
    }

    /// <summary>The compiled <c>Init</c> function.</summary>
    /// <param name="slot">Where the parameters go.</param>
    /// <param name="scope">Key chain and known modules.</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The output.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract TOutput Initialize(Slot<TParams> slot, InitScope scope, TInputs inputs);

    /// <summary>The compiled <c>Apply</c> function.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="scope">Key chain and mode.</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The output.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract TOutput Run(TParams parameters, ApplyScope scope, TInputs inputs);

    /// <summary>Initialises the whole network; errors then say where in it they are from.</summary>
    internal TOutput InitializeNetwork(Slot<TParams> slot, InitScope scope, TInputs inputs)
    {
        CheckInputs(inputs);
        try
        {
            return scope.Call(this, slot, inputs);
        }
        catch (Exception error) when (ModuleTrail.LeavesNetwork(error, this, inputs))
        {
            throw;
        }
    }

    /// <summary>Runs the whole network; errors then say where in it they are from.</summary>
    internal TOutput RunNetwork(TParams parameters, ApplyScope scope, TInputs inputs)
    {
        CheckInputs(inputs);
        if (parameters is null && NeedsParameters)
            throw new ArgumentNullException(nameof(parameters), $"{Name}: there are no parameters. Give those that its Init returned, or an optimizer's GetParameters.");

        try
        {
            return Run(parameters, scope, inputs);
        }
        catch (Exception error) when (ModuleTrail.LeavesNetwork(error, this, inputs))
        {
            throw;
        }
    }

    private void CheckInputs(TInputs inputs)
    {
        if (inputs is null)
            throw new ArgumentNullException(nameof(inputs), $"{Name}: there are no inputs.");
    }

    Module ILayerModule.Module => this;

    TOutput ILayerModule<TInputs, TOutput>.Initialize<P>(InitScope scope, Slot<P> slot, TInputs inputs)
    {
        try
        {
            return InitializeAs(scope, slot, inputs);
        }
        catch (Exception error) when (ModuleTrail.LeavesModule(error, this, inputs))
        {
            throw;
        }
    }

    TOutput ILayerModule<TInputs, TOutput>.Run(object? parameters, ApplyScope scope, TInputs inputs)
    {
        try
        {
            return Run(OwnParameters(parameters), scope.Of(this), inputs);
        }
        catch (Exception error) when (ModuleTrail.LeavesModule(error, this, inputs))
        {
            throw;
        }
    }

    private TParams OwnParameters(object? parameters) => parameters switch
    {
        null when NeedsParameters => throw new ArgumentException(
            $"The layer {Name} is a module, but the parameters given have none for it: they were initialised with a function in its place, " +
            "or it was not called then, under a condition that did not hold or behind the last round of a loop. Give the parameters that this network was initialised with."),
        null or TParams => (TParams)parameters!,
        _ => throw new ArgumentException(
            $"{Name}: the parameters given for this layer are {parameters.GetType().Name}, those of another kind of layer, and not {typeof(TParams).Name}. " +
            "Give the parameters that this network, with these layers, was initialised with."),
    };

    private TOutput InitializeAs<P>(InitScope scope, Slot<P> slot, TInputs inputs)
    {
        if (slot is Slot<TParams> same)
            return scope.Call(this, same, inputs);

        var typed = new Slot<TParams>();
        if (slot.HasValue)
            typed.Value = (TParams)(object)slot.Value!;

        var output = scope.Call(this, typed, inputs);
        slot.Value = typed.Value is not P && Slot<P>.Typed is { } make ? make((Params)(object)typed.Value!) : (P)(object)typed.Value!;
        return output;
    }

    /// <summary>What a layer that is a module calls: the module is the delegate's target.</summary>
    private protected TOutput CalledAsFunction(TInputs inputs) => throw NotAFunction();

    internal TOutput CalledAsFunction<T1, T2>(T1 first, T2 second) => throw NotAFunction();

    private InvalidOperationException NotAFunction() => new(
        $"{Name} was called as a function outside of a template, where it has no parameters. " +
        $"Call {Name}(...).Apply(parameters, inputs) instead.");
}

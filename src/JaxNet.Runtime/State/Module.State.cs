using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

// Modules that keep running state. All of this also works for those that keep none, whose state is empty.
public abstract partial class Module<TParams, TInputs, TOutput>
{
    /// <summary>Draws initial parameters, and makes the initial running state.</summary>
    /// <param name="key">The start of the key chain; the same key gives the same parameters as <see cref="Init(Key, TInputs, Mode)"/>.</param>
    /// <param name="inputs">Example inputs: a tuple if there are several.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters, and the state; modules whose templates keep state return their own type of it.</returns>
    public (TParams Parameters, RunningState State) InitWithState(Key key, TInputs inputs, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        using var noGradients = no_grad();
        var slot = new Slot<TParams>();
        var scope = new InitScope(temporaries, key, mode, InputDevice.Of(inputs, key.Device));
        InitializeNetwork(slot, scope, inputs);
        var state = scope.State.Build(first: true);
        Tree.MoveToOuter(temporaries, slot.Value);
        MemoryBudget.Count(slot.Value);
        MemoryBudget.Count(state);
        GC.KeepAlive(inputs);
        return (slot.Value, state);
    }

    /// <summary>Evaluates a network that keeps running state: a pure function of its arguments.</summary>
    /// <typeparam name="TState">The type of the network's state.</typeparam>
    /// <param name="parameters">The parameters, from <see cref="InitWithState"/> or an optimizer.</param>
    /// <param name="state">The state, from <see cref="InitWithState"/> or the last application; it stays as it is.</param>
    /// <param name="inputs">The inputs: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The output, which belongs to the caller, and the next state.</returns>
    /// <exception cref="ArgumentException">The state is not that of this network; the message says where.</exception>
    /// <exception cref="MissingKeyException">The network draws random numbers, and <paramref name="key"/> is null.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public (TOutput Output, TState State) Apply<TState>(TParams parameters, TState state, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        ArgumentNullException.ThrowIfNull(state);
        var node = StateNode.Of(state, InputDevice.Of(inputs, key?.Device), parameters);
        var output = Apply(parameters, node, inputs, key, mode);
        var next = (TState)node.Build();
        MemoryBudget.Count(next);
        GC.KeepAlive(state);
        return (output, next);
    }
}

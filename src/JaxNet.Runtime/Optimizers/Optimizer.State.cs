using static TorchSharp.torch;

namespace JaxNet;

// Losses of networks that keep running state: it goes in beside the optimizer's state, and comes out beside it.
public sealed partial class Optimizer
{
    /// <summary>One step downhill on a loss that keeps running state.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TState">The type of the running state.</typeparam>
    /// <typeparam name="TInputs">The type of the loss's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="state">The optimizer's state; it stays as it is.</param>
    /// <param name="running">The network's running state; it stays as it is.</param>
    /// <param name="inputs">The loss's inputs: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The optimizer's next state, and the network's.</returns>
    /// <exception cref="ArgumentException">The running state is not that of this network; the message says where.</exception>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/exception"/>
    public (OptimizerState<TParams> State, TState Running) Update<TParams, TState, TInputs>(
        Module<TParams, TInputs, Tensor> loss, OptimizerState<TParams> state, TState running, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        var node = NodeOf(state, running, inputs, key?.Device);
        var next = Next(loss, state, inputs, key, mode, donate: false, wantLoss: false, node).State;
        return (next, Build<TState>(node));
    }

    /// <summary>One step downhill on a loss that keeps running state, and how high it started.</summary>
    /// <inheritdoc cref="Update{TParams, TState, TInputs}" path="/typeparam"/>
    /// <inheritdoc cref="Update{TParams, TState, TInputs}" path="/param"/>
    /// <inheritdoc cref="Update{TParams, TState, TInputs}" path="/exception"/>
    /// <returns>The optimizer's next state, the network's, and the loss, of shape [], at the old ones.</returns>
    public (OptimizerState<TParams> State, TState Running, Tensor Loss) UpdateAndGetLoss<TParams, TState, TInputs>(
        Module<TParams, TInputs, Tensor> loss, OptimizerState<TParams> state, TState running, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        var node = NodeOf(state, running, inputs, key?.Device);
        var (next, value) = Next(loss, state, inputs, key, mode, donate: false, wantLoss: true, node);
        return (next, Build<TState>(node), value!);
    }

    /// <summary>One step downhill on a loss that keeps running state, in the old optimizer state's memory.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TState">The type of the running state.</typeparam>
    /// <typeparam name="TInputs">The type of the loss's inputs.</typeparam>
    /// <param name="state">The optimizer's state; used up, and replaced by the next one.</param>
    /// <param name="running">The network's running state; replaced by the next one. The old one stays as it is for whoever else holds it.</param>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="inputs">The loss's inputs: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <inheritdoc cref="Update{TParams, TState, TInputs}" path="/exception"/>
    public void Step<TParams, TState, TInputs>(
        ref OptimizerState<TParams> state, ref TState running, Module<TParams, TInputs, Tensor> loss, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        var node = NodeOf(state, running, inputs, key?.Device);
        state = Next(loss, state, inputs, key, mode, donate: true, wantLoss: false, node).State;
        running = Build<TState>(node);
    }

    /// <summary>Like <see cref="Step{TParams, TState, TInputs}"/>, and tells how high the step started.</summary>
    /// <inheritdoc cref="Step{TParams, TState, TInputs}" path="/typeparam"/>
    /// <inheritdoc cref="Step{TParams, TState, TInputs}" path="/param"/>
    /// <inheritdoc cref="Step{TParams, TState, TInputs}" path="/exception"/>
    /// <returns>The loss, of shape [], at the old states.</returns>
    public Tensor StepAndGetLoss<TParams, TState, TInputs>(
        ref OptimizerState<TParams> state, ref TState running, Module<TParams, TInputs, Tensor> loss, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        var node = NodeOf(state, running, inputs, key?.Device);
        (state, var value) = Next(loss, state, inputs, key, mode, donate: true, wantLoss: true, node);
        running = Build<TState>(node);
        return value!;
    }

    private static StateNode NodeOf<TParams, TInputs>(OptimizerState<TParams> state, RunningState running, TInputs inputs, Device? drawn)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(running);
        return StateNode.Of(running, InputDevice.Of(inputs, drawn), state.Parameters);
    }

    private static TState Build<TState>(StateNode node)
        where TState : RunningState
    {
        var next = (TState)node.Build();
        MemoryBudget.Count(next);
        return next;
    }
}

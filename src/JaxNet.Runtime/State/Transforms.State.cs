using static TorchSharp.torch;

namespace JaxNet;

public static partial class Transforms
{
    /// <summary>The value of a loss that keeps running state, its gradient by the parameters, and the next state.</summary>
    /// <typeparam name="TParams">The type of the module's parameters, and so of the gradient.</typeparam>
    /// <typeparam name="TState">The type of the module's state.</typeparam>
    /// <typeparam name="TInputs">The type of the module's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="state">The running state; it stays as it is. There is no gradient by it.</param>
    /// <param name="inputs">The inputs: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The value, of shape [], the gradient, and the next state.</returns>
    /// <exception cref="InvalidOperationException">The loss isn't one floating-point number, or depends on no parameter.</exception>
    /// <exception cref="ArgumentException">The state is not that of this network.</exception>
    public static (Tensor Value, TParams Gradient, TState State) ValueAndGrad<TParams, TState, TInputs>(
        this Module<TParams, TInputs, Tensor> loss, TParams parameters, TState state, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
        where TState : RunningState
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(state);
        var node = StateNode.Of(state, InputDevice.Of(inputs, key?.Device), parameters);
        var (value, gradient) = Differentiation.ValueAndGrad(
            tree => loss.RunNetwork(tree, new ApplyScope(tree, InputDevice.Draws(key, inputs), mode, node), inputs), parameters, loss.Name);

        var next = (TState)node.Build();
        MemoryBudget.Count(next);
        GC.KeepAlive(state);
        GC.KeepAlive(inputs);
        return (value, gradient, next);
    }
}

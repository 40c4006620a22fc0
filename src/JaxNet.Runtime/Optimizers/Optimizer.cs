using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Makes better parameters from gradients. An immutable value, as its states are: one optimizer can train any number of networks,
/// on any number of threads. <see cref="Optimizers"/> has them all.
/// </summary>
/// <remarks>
/// Leaves of other types than floating-point (or complex) ones aren't trained: they stay as they are.
/// </remarks>
public sealed partial class Optimizer
{
    private readonly string _description;
    private readonly UpdateRule _rule;

    internal Optimizer(string description, UpdateRule rule)
    {
        _description = description;
        _rule = rule;
    }

    internal UpdateRule Rule => _rule;

    /// <summary>The first state.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="parameters">The parameters to start from.</param>
    /// <returns>A state that holds them, and zeros or whatever else the optimizer starts with beside them.</returns>
    /// <exception cref="ArgumentNullException">There are no parameters.</exception>
    /// <exception cref="ArgumentException">A mask of the optimizer doesn't fit the parameters.</exception>
    public OptimizerState<TParams> Init<TParams>(TParams parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        try
        {
            var leaves = Tree.LeavesArray(parameters);
            return new OptimizerState<TParams>(
                new OptimizerNames(_rule.Slots, _rule.Counts), step: 0, parameters, leaves, InitialSlots(_rule.Bind(new MaskedTree(parameters)), leaves),
                new long[_rule.Counts.Count], parametersAreShared: true, slotsAreShared: false);
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    /// <summary>The parameters in a state.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="state">The state.</param>
    /// <returns>The parameters. They never change: a later <see cref="Step{TParams, TInputs}"/> on the state copies them first.</returns>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Step{TParams, TInputs}"/>.</exception>
    public TParams GetParameters<TParams>(OptimizerState<TParams> state) => NotNull(state).ShareParameters();

    /// <summary>How many updates led to a state.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="state">The state.</param>
    /// <returns>0 for the first state.</returns>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Step{TParams, TInputs}"/>.</exception>
    public long GetStep<TParams>(OptimizerState<TParams> state) => NotNull(state).Step;

    /// <summary>The optimizer with its settings.</summary>
    /// <returns>For example <c>Adam(learningRate: 0.001, b1: 0.9, b2: 0.999, eps: 1E-08)</c>.</returns>
    public override string ToString() => _description;

    /// <summary>The same optimizer by tensor operations alone: what the fused pass is tested against.</summary>
    internal Optimizer Unfused() => new(_description, _rule.Unfused());

    private static Tensor[][] InitialSlots(UpdateRule rule, Tensor[] leaves)
    {
        using var temporaries = NewDisposeScope();
        using var unrecorded = no_grad();
        var slots = new Tensor[rule.Slots.Count][];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = [.. leaves.Select((leaf, i) => rule.InitialSlot(slot, i, leaf.is_complex() ? leaf.resolve_conj().view_as_real() : leaf))];
            temporaries.Detach((IEnumerable<IDisposable>)slots[slot]);
        }

        return slots;
    }

    private static OptimizerState<TParams> NotNull<TParams>(OptimizerState<TParams> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state;
    }
}

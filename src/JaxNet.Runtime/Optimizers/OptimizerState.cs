using System.ComponentModel;
using System.Globalization;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What an optimizer keeps from step to step: the parameters, what it holds beside each of them, such as a velocity, and the
/// number of steps taken. An immutable value: an update makes a new one, and whoever holds the old one
/// still has what it was. The exception is a state given to <see cref="Optimizer.Step{TParams, TInputs}"/>, which says so.
/// Its tensors belong to no dispose scope, and are freed when nobody holds them any more.
/// As a tree it has the children <c>parameters</c>, one like the parameters for each slot, the counts, and <c>step</c>.
/// </summary>
/// <typeparam name="TParams">The type of the parameters.</typeparam>
public sealed class OptimizerState<TParams> : ITree
{
    private readonly TParams _parameters;
    private readonly Tensor[] _leaves;
    private readonly Tensor[][] _slots;
    private readonly long[] _counts;
    private readonly long _step;
    private readonly OptimizerNames _names;
    private readonly MemoryBudget.Share _memory;

    // Whether somebody else may hold the tensors: then they must never change. Under the lock, as Step decides by them.
    private readonly Lock _sharing = new();
    private bool _parametersAreShared;
    private bool _slotsAreShared;
    private bool _wasDonated;

    // An optimizer's rule, and what it is for these parameters: the same for all states that follow.
    private Tuple<UpdateRule, UpdateRule>? _bound;

    // What stands for the parameters while gradients are taken; it lasts for as long as steps go on in the same memory.
    private Variables<TParams>? _variables;

    internal OptimizerState(
        OptimizerNames names, long step, TParams parameters, Tensor[] leaves, Tensor[][] slots, long[] counts,
        bool parametersAreShared, bool slotsAreShared)
    {
        _names = names;
        _step = step;
        _parameters = parameters;
        _leaves = leaves;
        _slots = slots;
        _counts = counts;
        _parametersAreShared = parametersAreShared;
        _slotsAreShared = slotsAreShared;
        _memory = new MemoryBudget.Share(leaves.Concat(slots.SelectMany(slot => slot)).Sum(MemoryBudget.BytesOf));
    }

    private OptimizerState(
        OptimizerState<TParams> last, TParams parameters, Tensor[] leaves, Tensor[][] slots, long[] counts, MemoryBudget.Share memory)
    {
        _names = last._names;
        _bound = last._bound;
        _step = last._step + 1;
        _parameters = parameters;
        _leaves = leaves;
        _slots = slots;
        _counts = counts;
        _memory = memory;
        if (ReferenceEquals(leaves, last._leaves))
            _variables = last._variables;
    }

    /// <summary>The names of what the optimizer holds beside each parameter: <c>velocity</c>, for example.</summary>
    public IReadOnlyList<string> SlotNames => _names.Slots;

    /// <summary>The names of what the optimizer counts: <c>notfinite_count</c>, for example.</summary>
    public IReadOnlyList<string> CountNames => _names.Counts;

    /// <summary>How many updates there have been.</summary>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step{TParams, TInputs}"/>.</exception>
    public long Step => Current._step;

    /// <summary>What the optimizer holds beside the parameters, under one name.</summary>
    /// <param name="name">One of <see cref="SlotNames"/>.</param>
    /// <returns>
    /// A tree like the parameters. The tensors have the parameters' shapes, unless the optimizer's documentation says otherwise.
    /// </returns>
    /// <exception cref="KeyNotFoundException">There is no slot of that name; the message lists those that there are.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step{TParams, TInputs}"/>.</exception>
    public TParams Slot(string name)
    {
        for (var slot = 0; slot < SlotNames.Count; slot++)
        {
            if (SlotNames[slot] == name)
            {
                Share(parameters: false, slots: true);
                return SlotTree(slot);
            }
        }

        throw new KeyNotFoundException(
            $"The optimizer's state has no slot '{name}'. Its slots are: {(SlotNames.Count == 0 ? "none" : string.Join(", ", SlotNames))}.");
    }

    /// <summary>Something that the optimizer counts.</summary>
    /// <param name="name">One of <see cref="CountNames"/>.</param>
    /// <returns>The count; 0 in the first state.</returns>
    /// <exception cref="KeyNotFoundException">There is no count of that name; the message lists those that there are.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step{TParams, TInputs}"/>.</exception>
    public long Count(string name)
    {
        for (var i = 0; i < CountNames.Count; i++)
        {
            if (CountNames[i] == name)
                return Current._counts[i];
        }

        throw new KeyNotFoundException(
            $"The optimizer's state has no count '{name}'. Its counts are: {(CountNames.Count == 0 ? "none" : string.Join(", ", CountNames))}.");
    }

    /// <summary>
    /// This state with other parameters, such as those of a part that another optimizer trains. What is held beside them stays, the counts and the step too.
    /// </summary>
    /// <param name="parameters">The parameters: a tree like the ones that there are, of the same shapes and types. They stay as they are.</param>
    /// <returns>The state; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The parameters aren't like those that there are; the message says where.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step{TParams, TInputs}"/>.</exception>
    public OptimizerState<TParams> WithParameters(TParams parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var (leaves, pairs) = (Tree.LeavesArray(parameters), Tree.Zip(Current._parameters, parameters));
        for (var i = 0; i < pairs.Count; i++)
        {
            var (old, leaf) = pairs[i];
            if (leaf.dtype != old.dtype || !leaf.HasShapeOf(old))
            {
                throw new ArgumentException(
                    $"The parameter '{Tree.Paths(_parameters)[i]}' is {Tree.TypeOf(leaf)} of shape {Shapes.Describe(leaf.shape)}, where the state's is {Tree.TypeOf(old)} of shape " +
                    $"{Shapes.Describe(old.shape)}. What the optimizer holds beside it wouldn't fit; begin anew with Init.", nameof(parameters));
            }
        }

        if (leaves.Length != pairs.Count)
        {
            throw new ArgumentException(
                $"The parameters are {leaves.Length} tensors, and the state's {pairs.Count}: one that stands in several places there, or here, is several in the other.", nameof(parameters));
        }

        Share(parameters: false, slots: true);
        return new OptimizerState<TParams>(_names, _step, parameters, leaves, _slots, _counts, parametersAreShared: true, slotsAreShared: true);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Visit(TreeVisitor visitor)
    {
        Share(parameters: true, slots: true);
        Show(visitor);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ITree Rebuild(TreeRebuilder rebuilder)
    {
        ArgumentNullException.ThrowIfNull(rebuilder);

        // The new state may have the same tensors.
        Share(parameters: true, slots: true);
        var parameters = rebuilder.Child(_parameters);
        var slots = new Tensor[_slots.Length][];
        for (var slot = 0; slot < slots.Length; slot++)
            slots[slot] = [.. Tree.Zip(parameters, rebuilder.Child(SlotTree(slot))).Select(pair => pair.Second)];

        var counts = Array.ConvertAll(_counts, Rebuilt);
        return new OptimizerState<TParams>(
            _names, Rebuilt(_step), parameters, Tree.LeavesArray(parameters), slots, counts, parametersAreShared: true, slotsAreShared: true);

        long Rebuilt(long number) => rebuilder.Child(tensor(number)).type(ScalarType.Int64).cpu().item<long>();
    }

    /// <summary>A readable tree: the step and the counts, and each tensor with its shape.</summary>
    /// <returns>Several lines of text.</returns>
    public override string ToString() => _wasDonated
        ? "An optimizer state that was given to Step."
        : Tree.Describe(string.Create(CultureInfo.InvariantCulture, $"OptimizerState, step {_step}{CountsText()}"), new View(this));

    /// <summary>The parameters, for somebody who only looks at them for the time being.</summary>
    internal TParams Parameters => Current._parameters;

    internal Tensor[] Leaves => Current._leaves;

    /// <summary>Slot by slot, what is kept beside each leaf.</summary>
    internal Tensor[][] Slots => Current._slots;

    internal ReadOnlySpan<long> Counts => Current._counts;

    /// <summary>An optimizer's rule for these parameters.</summary>
    internal UpdateRule Bind(UpdateRule rule)
    {
        if (_bound is { } bound && ReferenceEquals(bound.Item1, rule))
            return bound.Item2;

        _bound = Tuple.Create(rule, rule.Bind(new MaskedTree(Current._parameters!)));
        return _bound.Item2;
    }

    /// <summary>What stands for the parameters while gradients are taken.</summary>
    /// <param name="lasting">Whether to keep it for the steps to come, where these parameters' memory is the next ones' too.</param>
    internal Variables<TParams> Variables(bool lasting)
    {
        // Two threads that go on from one state must not have one variable: TorchSharp's package puts the gradient beside it.
        if (!lasting)
            return new Variables<TParams>(Current._parameters, _leaves);

        lock (_sharing)
        {
            if (_variables is null && !_parametersAreShared && !_wasDonated)
                _variables = new Variables<TParams>(_parameters, _leaves).Lasting();
        }

        return _variables ?? new Variables<TParams>(Current._parameters, _leaves);
    }

    /// <summary>The parameters, for somebody who may keep them.</summary>
    internal TParams ShareParameters()
    {
        Share(parameters: true, slots: false);
        return _parameters;
    }

    /// <summary>Ends the state's life: its tensors go over to the next one.</summary>
    /// <returns>Which of them may be changed, because nobody else can hold them.</returns>
    internal (bool Parameters, bool Slots) Donate()
    {
        lock (_sharing)
        {
            if (_wasDonated)
                throw WasDonated();

            _wasDonated = true;
            return (!_parametersAreShared, !_slotsAreShared);
        }
    }

    /// <summary>Refuses what was computed from a state that a step has taken over meanwhile, and may have written to.</summary>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step{TParams, TInputs}"/>.</exception>
    internal void CheckNotDonated()
    {
        lock (_sharing)
        {
            if (_wasDonated)
                throw WasDonated();
        }
    }

    /// <summary>Has the state live on: there is no next one.</summary>
    internal void TakeBack()
    {
        lock (_sharing)
            _wasDonated = false;
    }

    /// <summary>The state after this one. Its tensors are new ones, or this one's that nobody else can hold.</summary>
    internal OptimizerState<TParams> Successor(TParams parameters, Tensor[] leaves, Tensor[][] slots, long[] counts) =>
        new(this, parameters, leaves, slots, counts, leaves == _leaves && slots == _slots ? _memory : new MemoryBudget.Share(_memory.Bytes));

    private OptimizerState<TParams> Current => _wasDonated ? throw WasDonated() : this;

    private void Share(bool parameters, bool slots)
    {
        lock (_sharing)
        {
            if (_wasDonated)
                throw WasDonated();

            _parametersAreShared |= parameters;
            _slotsAreShared |= slots;
        }
    }

    private static InvalidOperationException WasDonated() => new(
        "This optimizer state was given to Step, which went on in its memory, so that its numbers are gone. " +
        "Use the state that Step put in its place, or Update instead of Step, which leaves the old state as it was.");

    private string CountsText() =>
        string.Concat(CountNames.Zip(_counts, (name, count) => string.Create(CultureInfo.InvariantCulture, $", {name} {count}")));

    private void Show(TreeVisitor visitor)
    {
        visitor.Child("parameters", _parameters);
        for (var slot = 0; slot < _slots.Length; slot++)
            visitor.Child(SlotNames[slot], SlotTree(slot));

        for (var i = 0; i < _counts.Length; i++)
            visitor.Child(CountNames[i], tensor(_counts[i]));

        visitor.Child("step", tensor(_step));
    }

    private TParams SlotTree(int slot) => Tree.Unflatten(_parameters, _slots[slot]);

    /// <summary>Looks at the state without letting go of its tensors: printing it must not make the next step copy.</summary>
    private sealed class View(OptimizerState<TParams> state) : ITree
    {
        public void Visit(TreeVisitor visitor) => state.Show(visitor);

        public ITree Rebuild(TreeRebuilder rebuilder) => throw new NotSupportedException();
    }
}

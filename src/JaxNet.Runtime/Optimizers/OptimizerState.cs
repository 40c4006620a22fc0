using System.ComponentModel;
using System.Globalization;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What an optimizer keeps from step to step: the parameters, what it holds beside each of them, such as a velocity, and the
/// number of steps taken. An immutable value: an update makes a new one, and whoever holds the old one
/// still has what it was. The exception is a state given to <see cref="Optimizer.Step"/>, which says so.
/// Its tensors belong to no dispose scope, and are freed when nobody holds them any more.
/// As a tree it has the children <c>parameters</c>, one like the parameters for each slot, and <c>step</c>.
/// </summary>
/// <typeparam name="TParams">The type of the parameters.</typeparam>
public sealed class OptimizerState<TParams> : ITree
{
    private readonly TParams _parameters;
    private readonly Tensor[] _leaves;
    private readonly Tensor[][] _slots;
    private readonly long _step;
    private readonly MemoryBudget.Share _memory;

    // Whether somebody else may hold the tensors: then they must never change. Under the lock, as Step decides by them.
    private readonly Lock _sharing = new();
    private bool _parametersAreShared;
    private bool _slotsAreShared;
    private bool _wasDonated;

    internal OptimizerState(
        IReadOnlyList<string> slotNames, long step, TParams parameters, Tensor[] leaves, Tensor[][] slots,
        bool parametersAreShared, bool slotsAreShared)
    {
        SlotNames = slotNames;
        _step = step;
        _parameters = parameters;
        _leaves = leaves;
        _slots = slots;
        _parametersAreShared = parametersAreShared;
        _slotsAreShared = slotsAreShared;
        _memory = new MemoryBudget.Share(leaves.Concat(slots.SelectMany(slot => slot)).Sum(MemoryBudget.BytesOf));
    }

    private OptimizerState(OptimizerState<TParams> last, TParams parameters, Tensor[] leaves, Tensor[][] slots, MemoryBudget.Share memory)
    {
        SlotNames = last.SlotNames;
        _step = last._step + 1;
        _parameters = parameters;
        _leaves = leaves;
        _slots = slots;
        _memory = memory;
    }

    /// <summary>The names of what the optimizer holds beside each parameter: <c>velocity</c>, for example.</summary>
    public IReadOnlyList<string> SlotNames { get; }

    /// <summary>How many updates there have been.</summary>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step"/>.</exception>
    public long Step => Current._step;

    /// <summary>What the optimizer holds beside the parameters, under one name.</summary>
    /// <param name="name">One of <see cref="SlotNames"/>.</param>
    /// <returns>
    /// A tree like the parameters. The tensors have the parameters' shapes, unless the optimizer's documentation says otherwise.
    /// </returns>
    /// <exception cref="KeyNotFoundException">There is no slot of that name; the message lists those that there are.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Optimizer.Step"/>.</exception>
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
        var parameters = rebuilder.Child(Current._parameters);
        var slots = new Tensor[_slots.Length][];
        for (var slot = 0; slot < slots.Length; slot++)
            slots[slot] = [.. Tree.Zip(parameters, rebuilder.Child(SlotTree(slot))).Select(pair => pair.Second)];

        var step = rebuilder.Child(StepTensor()).type(ScalarType.Int64).cpu().item<long>();
        return new OptimizerState<TParams>(SlotNames, step, parameters, Tree.LeavesArray(parameters), slots, parametersAreShared: true, slotsAreShared: true);
    }

    /// <summary>A readable tree: each tensor with its shape.</summary>
    /// <returns>Several lines of text.</returns>
    public override string ToString() => _wasDonated
        ? "An optimizer state that was given to Step."
        : Tree.Describe(string.Create(CultureInfo.InvariantCulture, $"OptimizerState, step {_step}"), new View(this));

    /// <summary>The parameters, for somebody who only looks at them for the time being.</summary>
    internal TParams Parameters => Current._parameters;

    internal Tensor[] Leaves => Current._leaves;

    /// <summary>Slot by slot, what is kept beside each leaf.</summary>
    internal Tensor[][] Slots => Current._slots;

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

    /// <summary>The state after this one. Its tensors are new ones, or this one's that nobody else can hold.</summary>
    internal OptimizerState<TParams> Successor(TParams parameters, Tensor[] leaves, Tensor[][] slots) =>
        new(this, parameters, leaves, slots, leaves == _leaves && slots == _slots ? _memory : new MemoryBudget.Share(_memory.Bytes));

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

    private void Show(TreeVisitor visitor)
    {
        visitor.Child("parameters", _parameters);
        for (var slot = 0; slot < _slots.Length; slot++)
            visitor.Child(SlotNames[slot], SlotTree(slot));

        visitor.Child("step", StepTensor());
    }

    private TParams SlotTree(int slot) => Tree.Unflatten(_parameters, _slots[slot]);

    private Tensor StepTensor() => tensor(_step);

    /// <summary>Looks at the state without letting go of its tensors: printing it must not make the next step copy.</summary>
    private sealed class View(OptimizerState<TParams> state) : ITree
    {
        public void Visit(TreeVisitor visitor) => state.Show(visitor);

        public ITree Rebuild(TreeRebuilder rebuilder) => throw new NotSupportedException();
    }
}

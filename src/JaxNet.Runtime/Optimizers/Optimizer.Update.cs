using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public sealed partial class Optimizer
{
    /// <summary>One step downhill.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the loss's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="state">The state; it stays as it is.</param>
    /// <param name="inputs">The loss's inputs, such as a batch of images and targets: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The next state.</returns>
    /// <exception cref="InvalidOperationException">
    /// The loss isn't one floating-point number, or depends on no parameter; or the state was given to <see cref="Step{TParams, TInputs}"/>, or belongs to
    /// another kind of optimizer.
    /// </exception>
    /// <exception cref="MissingKeyException">The network draws random numbers, and <paramref name="key"/> is null.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public OptimizerState<TParams> Update<TParams, TInputs>(
        Module<TParams, TInputs, Tensor> loss, OptimizerState<TParams> state, TInputs inputs, Key? key = null, Mode mode = Mode.Train) =>
        Next(loss, state, inputs, key, mode, donate: false, wantLoss: false).State;

    /// <summary>One step downhill, and how high it started.</summary>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/typeparam"/>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/param"/>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/exception"/>
    /// <returns>The next state, and the loss, of shape [], at the old state's parameters.</returns>
    public (OptimizerState<TParams> State, Tensor Loss) UpdateAndGetLoss<TParams, TInputs>(
        Module<TParams, TInputs, Tensor> loss, OptimizerState<TParams> state, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
    {
        var (next, value) = Next(loss, state, inputs, key, mode, donate: false, wantLoss: true);
        return (next, value!);
    }

    /// <summary>One step downhill in the old state's memory: quicker than <see cref="Update{TParams, TInputs}"/>, and not pure.</summary>
    /// <remarks>
    /// The old state is used up: whoever else holds it gets an exception from whatever he does with it. The parameters given to
    /// <see cref="Init"/>, and those that <see cref="GetParameters"/> or the state's tree functions gave to anybody, never
    /// change: the first step after that writes to new memory. If the loss or a schedule throws, the state is still good.
    /// </remarks>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/typeparam"/>
    /// <param name="state">The state; replaced by the next one.</param>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="inputs">The loss's inputs, such as a batch of images and targets: a tuple if there are several.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <inheritdoc cref="Update{TParams, TInputs}(Module{TParams, TInputs, Tensor}, OptimizerState{TParams}, TInputs, Key?, Mode)" path="/exception"/>
    public void Step<TParams, TInputs>(
        ref OptimizerState<TParams> state, Module<TParams, TInputs, Tensor> loss, TInputs inputs, Key? key = null, Mode mode = Mode.Train) =>
        state = Next(loss, state, inputs, key, mode, donate: true, wantLoss: false).State;

    /// <summary>Like <see cref="Step{TParams, TInputs}"/>, and tells how high the step started.</summary>
    /// <inheritdoc cref="Step{TParams, TInputs}" path="/typeparam"/>
    /// <inheritdoc cref="Step{TParams, TInputs}" path="/param"/>
    /// <inheritdoc cref="Step{TParams, TInputs}" path="/exception"/>
    /// <returns>The loss, of shape [], at the old state's parameters.</returns>
    public Tensor StepAndGetLoss<TParams, TInputs>(
        ref OptimizerState<TParams> state, Module<TParams, TInputs, Tensor> loss, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
    {
        (state, var value) = Next(loss, state, inputs, key, mode, donate: true, wantLoss: true);
        return value!;
    }

    /// <summary>One step by gradients that come from elsewhere.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="gradients">A tree like the parameters: a gradient of its shape for each of them.</param>
    /// <param name="state">The state; it stays as it is.</param>
    /// <returns>The next state.</returns>
    /// <exception cref="ArgumentException">The gradients aren't like the parameters; the message says where.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Step{TParams, TInputs}"/>, or belongs to another kind of optimizer.</exception>
    public OptimizerState<TParams> UpdateFromGradients<TParams>(TParams gradients, OptimizerState<TParams> state) =>
        Next(gradients, state, donate: false);

    /// <summary>One step by gradients that come from elsewhere, in the old state's memory: see <see cref="Step{TParams, TInputs}"/>.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <param name="state">The state; replaced by the next one.</param>
    /// <param name="gradients">A tree like the parameters: a gradient of its shape for each of them.</param>
    /// <exception cref="ArgumentException">The gradients aren't like the parameters; the message says where.</exception>
    /// <exception cref="InvalidOperationException">The state was given to <see cref="Step{TParams, TInputs}"/>, or belongs to another kind of optimizer.</exception>
    public void StepFromGradients<TParams>(ref OptimizerState<TParams> state, TParams gradients) =>
        state = Next(gradients, state, donate: true);

    private OptimizerState<TParams> Next<TParams>(TParams gradients, OptimizerState<TParams> state, bool donate)
    {
        Check(state);
        MemoryBudget.CollectIfDue();
        using var temporaries = NewDisposeScope();
        using var unrecorded = no_grad();
        try
        {
            var next = Next(state, GradientLeaves(gradients, state), temporaries, donate);
            GC.KeepAlive(gradients);
            return next;
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    private (OptimizerState<TParams> State, Tensor? Loss) Next<TParams, TInputs>(
        Module<TParams, TInputs, Tensor> loss, OptimizerState<TParams> state, TInputs inputs, Key? key, Mode mode, bool donate, bool wantLoss,
        StateNode? running = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Check(state);
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        using var recorded = enable_grad();
        var variables = state.Variables(lasting: donate);
        using var tape = Tape.Begin(variables.All);
        var value = loss.RunNetwork(variables.Tree, new ApplyScope(variables.Tree, InputDevice.Draws(key, inputs), mode, running), inputs);
        var gradients = Differentiation.Gradients(value, state.Leaves, variables.All, connected: false, tape, loss.Name);

        using var unrecorded = no_grad();

        // If not this step, then a later one from the same state may go on in the parameters' memory.
        running?.CopyValues();

        // A copy, as the loss may be one of the parameters itself, whose memory a later step may change.
        var result = wantLoss ? temporaries.MoveToOuter(value.detach().clone()) : null;
        var next = Next(state, gradients, temporaries, donate);
        GC.KeepAlive(inputs);
        return (next, result);
    }

    private OptimizerState<TParams> Next<TParams>(
        OptimizerState<TParams> state, Tensor[] gradients, DisposeScope temporaries, bool donate)
    {
        var (oldTree, oldLeaves, oldSlots, step) = (state.Parameters, state.Leaves, state.Slots, state.Step);
        var rule = state.Bind(_rule);
        var counts = state.Counts.ToArray();
        var (keepLeaves, keepSlots) = donate ? state.Donate() : (false, false);
        var isOverwritten = false;
        try
        {
            var leaves = keepLeaves ? oldLeaves : Array.ConvertAll(oldLeaves, Like);
            var slots = keepSlots ? oldSlots : Array.ConvertAll(oldSlots, slot => Array.ConvertAll(slot, Like));

            var updates = new List<LeafUpdate>(leaves.Length);
            for (var i = 0; i < leaves.Length; i++)
            {
                if (!Differentiation.HasGradient(leaves[i]))
                    continue;

                var beside = Beside(oldSlots, i);
                updates.Add(new LeafUpdate(i, oldLeaves[i], beside, gradients[i], leaves[i], keepSlots ? beside : Beside(slots, i)).AsReal());
            }

            var write = rule.Prepare(step, counts, updates);
            isOverwritten = keepLeaves || (keepSlots && slots.Length > 0);
            write();

            // On another thread, or in a schedule, somebody may have gone on in the memory that this read.
            if (!donate)
                state.CheckNotDonated();

            // States live for as long as somebody holds them, and not for that of a scope that one of many steps was taken in.
            if (!keepLeaves)
                temporaries.Detach((IEnumerable<IDisposable>)leaves);
            if (!keepSlots)
                temporaries.Detach(slots.SelectMany(slot => slot).Cast<IDisposable>());

            GC.KeepAlive(state);
            return state.Successor(keepLeaves ? oldTree : Tree.Unflatten(oldTree, leaves), leaves, slots, counts);
        }
        catch when (donate && !isOverwritten)
        {
            state.TakeBack();
            throw;
        }
    }

    /// <summary>What the slots hold beside a leaf.</summary>
    private static Tensor[] Beside(Tensor[][] slots, int leaf)
    {
        var beside = new Tensor[slots.Length];
        for (var slot = 0; slot < beside.Length; slot++)
            beside[slot] = slots[slot][leaf];

        return beside;
    }

    /// <summary>Memory for what comes after a tensor. What isn't trained is never written to, and so can be shared.</summary>
    private static Tensor Like(Tensor old) =>
        Differentiation.HasGradient(old) ? empty(old.shape, old.dtype, old.device) : old;

    private void Check<TParams>(OptimizerState<TParams> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!_rule.Slots.SequenceEqual(state.SlotNames) || !_rule.Counts.SequenceEqual(state.CountNames))
        {
            throw new InvalidOperationException(
                $"This is the state of another optimizer: {_description} keeps {Readable(_rule.Slots)} beside each parameter" +
                $"{Counted(_rule.Counts)}, but the state has {Readable(state.SlotNames)}{Counted(state.CountNames)}. Make a new state with Init(GetParameters(state)).");
        }
    }

    private static string Counted(IReadOnlyList<string> counts) => counts.Count == 0 ? "" : $" and the counts {Readable(counts)}";

    private static string Readable(IReadOnlyList<string> slots) => slots.Count == 0 ? "nothing" : string.Join(" and ", slots);

    private static Tensor[] GradientLeaves<TParams>(TParams gradients, OptimizerState<TParams> state)
    {
        var pairs = Tree.Zip(state.Parameters, gradients);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (parameter, gradient) = pairs[i];
            if (!parameter.HasShapeOf(gradient))
                throw Unfit($"has the shape {Shapes.Describe(gradient.shape)}, but the parameter has {Shapes.Describe(parameter.shape)}.");

            // Single precision for parameters in 16 bits, say, is welcome; integers would be cut off on the way.
            if ((parameter.is_floating_point() && !gradient.is_floating_point()) || (parameter.is_complex() && !gradient.is_complex()))
            {
                throw Unfit(
                    $"is of type {Tree.TypeOf(gradient)}, but the parameter of type {Tree.TypeOf(parameter)}. " +
                    $"Convert it with .type(ScalarType.{parameter.dtype}).");
            }

            ArgumentException Unfit(string why) => new($"The gradient of {TreePaths.Readable(Tree.Paths(state.Parameters)[i])} {why}", nameof(gradients));
        }

        return [.. pairs.Select(pair => pair.Second)];
    }
}

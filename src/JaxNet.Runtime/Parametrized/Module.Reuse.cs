using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

// What a module does with parameters that are there already.
public abstract partial class Module<TParams, TInputs, TOutput>
{
    /// <summary>Draws initial parameters, except for those that are given.</summary>
    /// <param name="key">The start of the key chain, from which only what isn't given is drawn.</param>
    /// <param name="inputs">Example inputs: a tuple if there are several.</param>
    /// <param name="reuse">
    /// Modules, or paths in the result, with their parameters: <c>[(net, netParams), ("dense1.bias", bias)]</c>. A module also gives those of
    /// the modules inside of it. Where two entries give the same parameter the later one counts.
    /// </param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters, in which a given module has the given ones.</returns>
    /// <exception cref="ArgumentException">Parameters are not those of their module, don't fit what is at their path, or are of modules that the network doesn't contain.</exception>
    /// <exception cref="ParameterShapeException">Parameters don't fit the inputs; the message names their path.</exception>
    public TParams Init(Key key, TInputs inputs, IReadOnlyList<Reuse> reuse, Mode mode = Mode.Train) =>
        InitWithOutput(key, inputs, reuse, mode).Parameters;

    /// <summary>Draws initial parameters, and returns what the network makes of the example inputs with them, as in stax.</summary>
    /// <param name="key">The start of the key chain; the same key gives the same parameters as <see cref="Init(Key, TInputs, Mode)"/>.</param>
    /// <param name="inputs">Example inputs: a tuple if there are several.</param>
    /// <param name="reuse">Parameters that are given: see <see cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)"/>.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters, and the output; its shapes are what stax calls the output shape.</returns>
    /// <inheritdoc cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)" path="/exception"/>
    public (TParams Parameters, TOutput Output) InitWithOutput(Key key, TInputs inputs, IReadOnlyList<Reuse>? reuse = null, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        using var noGradients = no_grad();
        var result = RunThrough(temporaries, key, inputs, reuse ?? [], missing: null, mode);
        Tree.MoveToOuter(temporaries, result.Parameters);
        result.Output = Tree.TakeOut(temporaries, result.Output);
        MemoryBudget.Count(result.Parameters);
        MemoryBudget.Count(result.Output);
        GC.KeepAlive(reuse);
        GC.KeepAlive(inputs);
        return result;
    }

    /// <summary>The shapes and types of the parameters and of the output, as of <c>jax.eval_shape</c>.</summary>
    /// <param name="inputs">Example inputs: a tuple if there are several. They can be such shapes themselves.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>
    /// Trees like those of <see cref="InitWithOutput"/>, whose tensors have all shapes and types, but are zeros that take no memory. To find
    /// the shapes the network is run through once.
    /// </returns>
    public (TParams Parameters, TOutput Output) EvalShape(TInputs inputs, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        using var noGradients = no_grad();
        var (parameters, output) = RunThrough(temporaries, default(Key), inputs, [], missing: null, mode);
        var shapes = (Tree.Map<TParams>(parameters, ShapeOf), Tree.Map<TOutput>(output, ShapeOf));
        Tree.MoveToOuter(temporaries, shapes.Item1);
        Tree.MoveToOuter(temporaries, shapes.Item2);
        GC.KeepAlive(inputs);
        return shapes;

        static Tensor ShapeOf(Tensor leaf) => zeros([], leaf.dtype, leaf.device).expand(leaf.shape);
    }

    /// <summary>This network's parameters, from those of modules that contain the same modules.</summary>
    /// <param name="reuse">Modules, or paths in the result, with their parameters: see <see cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)"/>.</param>
    /// <param name="inputs">Example inputs: a tuple if there are several.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters; none is new.</returns>
    /// <exception cref="MissingParameterException">No entry gives a parameter; the message names its path.</exception>
    /// <inheritdoc cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)" path="/exception"/>
    public TParams ParametersFrom(IReadOnlyList<Reuse> reuse, TInputs inputs, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        using var noGradients = no_grad();
        var parameters = RunThrough(temporaries, default(Key), inputs, reuse, new MissingParameters(Name), mode).Parameters;
        GC.KeepAlive(reuse);
        GC.KeepAlive(inputs);
        return parameters;
    }

    /// <inheritdoc cref="ParametersFrom(IReadOnlyList{Reuse}, TInputs, Mode)"/>
    public TParams ParametersFrom((Module Module, object Parameters) reuse, TInputs inputs, Mode mode = Mode.Train) =>
        ParametersFrom([reuse], inputs, mode);

    /// <summary>Evaluates the network with parameters of other modules that contain the same modules.</summary>
    /// <param name="reuse">The modules, or paths in this network's parameters, with their parameters: see <see cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)"/>.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The output; it belongs to the caller.</returns>
    /// <exception cref="MissingParameterException">A parameter of this network isn't among those given; the message names its path.</exception>
    /// <exception cref="MissingStateException">The network keeps running state: take <see cref="ParametersFrom(IReadOnlyList{Reuse}, TInputs, Mode)"/>, and apply it with the state.</exception>
    /// <inheritdoc cref="Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)" path="/exception"/>
    public TOutput ApplyFrom(IReadOnlyList<Reuse> reuse, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
    {
        MemoryBudget.CollectIfDue();
        MemoryBudget.CountInputs(inputs);
        using var temporaries = NewDisposeScope();
        var output = RunThrough(temporaries, key, inputs, reuse, new MissingParameters(Name), mode, isApplication: true).Output;
        output = Tree.TakeOut(temporaries, output);
        MemoryBudget.Count(output);
        GC.KeepAlive(reuse);
        GC.KeepAlive(inputs);
        return output;
    }

    /// <inheritdoc cref="ApplyFrom(IReadOnlyList{Reuse}, TInputs, Key?, Mode)"/>
    public TOutput ApplyFrom((Module Module, object Parameters) reuse, TInputs inputs, Key? key = null, Mode mode = Mode.Train) =>
        ApplyFrom([reuse], inputs, key, mode);

    /// <summary>
    /// The module together with example inputs: initialised without asking for them again, and in a reuse
    /// <c>accuracy.ApplyFrom((loss.Shaped(batch), lossParams), inputs)</c> a statement that the parameters are those for these inputs, which is checked.
    /// </summary>
    /// <param name="inputs">Example inputs: a tuple if there are several.</param>
    /// <returns>The module with the inputs. Its identity in networks is that of the module.</returns>
    public ShapedModule<TParams, TInputs, TOutput> Shaped(TInputs inputs) => new(this, inputs);

    internal sealed override void CheckParameters(object? parameters)
    {
        if (parameters is not TParams)
        {
            throw new ArgumentException(
                $"{Name} has parameters of type {TreeNodes.NameOf(typeof(TParams))}, but was given {(parameters is null ? "null" : TreeNodes.NameOf(parameters.GetType()))} " +
                "to reuse. Give those that its Init returned, or that were trained from them.");
        }
    }

    /// <summary>One run of the network, with the given parameters where there are any. What it makes belongs to the scope around.</summary>
    private (TParams Parameters, TOutput Output) RunThrough(
        DisposeScope temporaries, Key? key, TInputs inputs, IReadOnlyList<Reuse> reuse, MissingParameters? missing, Mode mode, bool isApplication = false)
    {
        var provided = new ProvidedParameters(reuse);
        var slot = new Slot<TParams>();
        TOutput output;
        try
        {
            output = InitializeNetwork(slot, new InitScope(temporaries, key, mode, InputDevice.Of(inputs, key?.Device), provided, missing, isApplication), inputs);
        }
        catch (Exception error) when (missing?.ExplainsFailure(error) == true)
        {
            throw missing.Unplaced(error);
        }

        // Where all that is asked for has to be given, more may be.
        if (missing is null)
            provided.CheckUse(Name, slot.Value);

        if (!provided.HasPlaces)
        {
            missing?.Check(slot.Value);
            return (slot.Value, output);
        }

        var parameters = provided.PutInPlace(slot.Value);
        missing?.Check(parameters);
        return (parameters, RunNetwork(parameters, new ApplyScope(parameters, InputDevice.Draws(key, inputs), mode), inputs));
    }
}

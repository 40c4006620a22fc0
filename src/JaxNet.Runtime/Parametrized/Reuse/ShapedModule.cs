using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A module together with example inputs: see <see cref="Module{TParams, TInputs, TOutput}.Shaped"/>.</summary>
/// <typeparam name="TParams">The parameters.</typeparam>
/// <typeparam name="TInputs">The inputs.</typeparam>
/// <typeparam name="TOutput">The output.</typeparam>
public sealed class ShapedModule<TParams, TInputs, TOutput> : Module
{
    private readonly Module<TParams, TInputs, TOutput> _module;
    private readonly TInputs _inputs;

    internal ShapedModule(Module<TParams, TInputs, TOutput> module, TInputs inputs) => (_module, _inputs) = (module, inputs);

    /// <inheritdoc/>
    public override string Name => _module.Name;

    /// <summary>Draws initial parameters for the example inputs.</summary>
    /// <param name="key">The start of the key chain.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters.</returns>
    public TParams Init(Key key, Mode mode = Mode.Train) => _module.Init(key, _inputs, mode);

    /// <summary>Draws initial parameters for the example inputs, except for those that are given.</summary>
    /// <param name="key">The start of the key chain.</param>
    /// <param name="reuse">Modules, or paths in the result, with their parameters.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters.</returns>
    public TParams Init(Key key, IReadOnlyList<Reuse> reuse, Mode mode = Mode.Train) => _module.Init(key, _inputs, reuse, mode);

    /// <summary>The network's parameters, from those of modules that contain the same modules.</summary>
    /// <param name="reuse">Modules, or paths in the result, with their parameters.</param>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>The parameters; none is new.</returns>
    /// <exception cref="MissingParameterException">No entry gives a parameter.</exception>
    public TParams ParametersFrom(IReadOnlyList<Reuse> reuse, Mode mode = Mode.Train) => _module.ParametersFrom(reuse, _inputs, mode);

    /// <summary>The shapes and types of the parameters and of the output.</summary>
    /// <param name="mode">The mode in which the network is run through.</param>
    /// <returns>Zeros that take no memory: see <see cref="Module{TParams, TInputs, TOutput}.EvalShape"/>.</returns>
    public (TParams Parameters, TOutput Output) EvalShape(Mode mode = Mode.Train) => _module.EvalShape(_inputs, mode);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void CollectShared(object? parameters, SharedModules found)
    {
        using (NewDisposeScope())
        using (no_grad())
        {
            var state = StateNode.Of(null, InputDevice.Of(_inputs, null));
            _module.Run((TParams)parameters!, new ApplyScope(parameters, InputDevice.Draws(default(Key), _inputs), Mode.Train, state), _inputs);
        }

        found.Add(_module, parameters);
    }

    internal override void CheckParameters(object? parameters) => _module.CheckParameters(parameters);
}

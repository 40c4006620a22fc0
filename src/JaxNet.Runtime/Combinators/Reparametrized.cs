using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>
    /// A network whose parameters are made from others by a module with parameters of its own, as in JAXnet: <c>net</c> with
    /// <c>reparametrization(p)</c> in place of each parameter <c>p</c>. Weight normalization, variational inference and the like.
    /// <code>
    /// [Parametrized]
    /// public static partial Tensor LearnableScale(Tensor p) => 2 * Parameter([], Initializers.Ones(), "scale") * p;
    ///
    /// var scaled = Reparametrized(net, () => new LearnableScaleModule());
    /// </code>
    /// </summary>
    /// <typeparam name="TParams">The type of the network's parameters.</typeparam>
    /// <typeparam name="TReparametrization">The type of the parameters of one reparametrization.</typeparam>
    /// <typeparam name="TInputs">The type of the network's inputs.</typeparam>
    /// <typeparam name="TOutput">The type of the network's output.</typeparam>
    /// <param name="model">The network.</param>
    /// <param name="reparametrization">
    /// Makes the module for one parameter: from a tensor to one of its shape. A new object each time makes for each parameter its own; if it returns one object always,
    /// as the factory of a template without hyperparameters does, that is shared by all, and can only have parameters of one shape.
    /// </param>
    /// <param name="on">The part of the network's parameters that is reparametrized, by paths such as <c>dense0.kernel</c>; all of them by default.</param>
    /// <returns>
    /// A module like any other. Its parameters have the network's own as <c>Model</c>, drawn as they would be without this, and those of
    /// the reparametrizations as <c>Reparametrization</c>, in the order of the parameters.
    /// </returns>
    public static Module<ReparametrizedParams<TParams, TReparametrization>, TInputs, TOutput> Reparametrized<TParams, TReparametrization, TInputs, TOutput>(
        Module<TParams, TInputs, TOutput> model, Func<Module<TReparametrization, Tensor, Tensor>> reparametrization, Mask? on = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reparametrization);
        return new ReparametrizedModule<TParams, TReparametrization, TInputs, TOutput>(new(model, reparametrization, on));
    }

    /// <inheritdoc cref="Reparametrized{TParams, TReparametrization, TInputs, TOutput}"/>
    public static LayerModule<ReparametrizedParams<TParams, TReparametrization>> Reparametrized<TParams, TReparametrization>(
        LayerModule<TParams> model, Func<Module<TReparametrization, Tensor, Tensor>> reparametrization, Mask? on = null)
        where TParams : Params
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reparametrization);
        return new ReparametrizedLayer<TParams, TReparametrization>(new(model, reparametrization, on));
    }

    /// <summary>A network whose parameters are made from others by a function: <c>Reparametrized(net, w => w.tanh())</c>.</summary>
    /// <typeparam name="TParams">The type of the network's parameters.</typeparam>
    /// <typeparam name="TInputs">The type of the network's inputs.</typeparam>
    /// <typeparam name="TOutput">The type of the network's output.</typeparam>
    /// <param name="model">The network.</param>
    /// <param name="reparametrization">The function, from a tensor to one of its shape.</param>
    /// <param name="on">The part of the network's parameters that is reparametrized; all of them by default.</param>
    /// <returns>A module like any other. Its parameters have the network's own as <c>Model</c>.</returns>
    public static Module<ReparametrizedParams<TParams, ValueTuple>, TInputs, TOutput> Reparametrized<TParams, TInputs, TOutput>(
        Module<TParams, TInputs, TOutput> model, Func<Tensor, Tensor> reparametrization, Mask? on = null)
    {
        ArgumentNullException.ThrowIfNull(reparametrization);
        return Reparametrized(model, () => new FunctionModule(reparametrization), on);
    }

    /// <inheritdoc cref="Reparametrized{TParams, TInputs, TOutput}"/>
    public static LayerModule<ReparametrizedParams<TParams, ValueTuple>> Reparametrized<TParams>(
        LayerModule<TParams> model, Func<Tensor, Tensor> reparametrization, Mask? on = null)
        where TParams : Params
    {
        ArgumentNullException.ThrowIfNull(reparametrization);
        return Reparametrized(model, () => new FunctionModule(reparametrization), on);
    }
}

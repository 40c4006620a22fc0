using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Modules of two inputs, with the inputs one by one where the module itself has them as a tuple.</summary>
public static class ModulesOfTwoInputs
{
    /// <summary>Modules of two inputs.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="T1">The type of the first input.</typeparam>
    /// <typeparam name="T2">The type of the second input.</typeparam>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="module">The module.</param>
    extension<TParams, T1, T2, TOutput>(Module<TParams, (T1, T2), TOutput> module)
    {
        /// <summary>Draws initial parameters: see <see cref="Module{TParams, TInputs, TOutput}.Init(Key, TInputs, Mode)"/>.</summary>
        /// <param name="key">The start of the key chain.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="mode">The mode in which the network is run through.</param>
        /// <returns>The parameters.</returns>
        public TParams Init(Key key, T1 first, T2 second, Mode mode = Mode.Train) => module.Init(key, (first, second), mode);

        /// <summary>Draws initial parameters, except for those that are given: see <see cref="Module{TParams, TInputs, TOutput}.Init(Key, TInputs, IReadOnlyList{Reuse}, Mode)"/>.</summary>
        /// <param name="key">The start of the key chain.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="reuse">Modules, or paths in the result, with their parameters.</param>
        /// <param name="mode">The mode in which the network is run through.</param>
        /// <returns>The parameters.</returns>
        public TParams Init(Key key, T1 first, T2 second, IReadOnlyList<Reuse> reuse, Mode mode = Mode.Train) => module.Init(key, (first, second), reuse, mode);

        /// <summary>Draws initial parameters, and returns the output too: see <see cref="Module{TParams, TInputs, TOutput}.InitWithOutput"/>.</summary>
        /// <param name="key">The start of the key chain.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="reuse">Parameters that are given.</param>
        /// <param name="mode">The mode in which the network is run through.</param>
        /// <returns>The parameters, and the output.</returns>
        public (TParams Parameters, TOutput Output) InitWithOutput(Key key, T1 first, T2 second, IReadOnlyList<Reuse>? reuse = null, Mode mode = Mode.Train) =>
            module.InitWithOutput(key, (first, second), reuse, mode);

        /// <summary>The shapes of parameters and output: see <see cref="Module{TParams, TInputs, TOutput}.EvalShape"/>.</summary>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="mode">The mode in which the network is run through.</param>
        /// <returns>Trees of tensors that take no memory.</returns>
        public (TParams Parameters, TOutput Output) EvalShape(T1 first, T2 second, Mode mode = Mode.Train) => module.EvalShape((first, second), mode);

        /// <summary>This network's parameters, from those of modules that contain the same modules: see <see cref="Module{TParams, TInputs, TOutput}.ParametersFrom(IReadOnlyList{Reuse}, TInputs, Mode)"/>.</summary>
        /// <param name="reuse">Modules, or paths in the result, with their parameters.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="mode">The mode in which the network is run through.</param>
        /// <returns>The parameters; none is new.</returns>
        /// <exception cref="MissingParameterException">No entry gives a parameter; the message names its path.</exception>
        public TParams ParametersFrom(IReadOnlyList<Reuse> reuse, T1 first, T2 second, Mode mode = Mode.Train) => module.ParametersFrom(reuse, (first, second), mode);

        /// <inheritdoc cref="ParametersFrom{TParams, T1, T2, TOutput}(Module{TParams, ValueTuple{T1, T2}, TOutput}, IReadOnlyList{Reuse}, T1, T2, Mode)"/>
        public TParams ParametersFrom((Module Module, object Parameters) reuse, T1 first, T2 second, Mode mode = Mode.Train) => module.ParametersFrom(reuse, (first, second), mode);

        /// <summary>Applies the network: see <see cref="Module{TParams, TInputs, TOutput}.Apply(TParams, TInputs, Key?, Mode)"/>.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="key">The start of the key chain; needed by networks that draw random numbers.</param>
        /// <param name="mode">What the network is applied for.</param>
        /// <returns>The output.</returns>
        public TOutput Apply(TParams parameters, T1 first, T2 second, Key? key = null, Mode mode = Mode.Train) => module.Apply(parameters, (first, second), key, mode);

        /// <summary>Applies the network with the parameters of modules that contain the same modules: see <see cref="Module{TParams, TInputs, TOutput}.ApplyFrom(IReadOnlyList{Reuse}, TInputs, Key?, Mode)"/>.</summary>
        /// <param name="reuse">Modules, or paths, with their parameters.</param>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <param name="key">The start of the key chain; needed by networks that draw random numbers.</param>
        /// <param name="mode">What the network is applied for.</param>
        /// <returns>The output.</returns>
        /// <exception cref="MissingParameterException">No entry gives a parameter; the message names its path.</exception>
        public TOutput ApplyFrom(IReadOnlyList<Reuse> reuse, T1 first, T2 second, Key? key = null, Mode mode = Mode.Train) => module.ApplyFrom(reuse, (first, second), key, mode);

        /// <inheritdoc cref="ApplyFrom{TParams, T1, T2, TOutput}(Module{TParams, ValueTuple{T1, T2}, TOutput}, IReadOnlyList{Reuse}, T1, T2, Key?, Mode)"/>
        public TOutput ApplyFrom((Module Module, object Parameters) reuse, T1 first, T2 second, Key? key = null, Mode mode = Mode.Train) => module.ApplyFrom(reuse, (first, second), key, mode);

        /// <summary>The module together with example inputs: see <see cref="Module{TParams, TInputs, TOutput}.Shaped"/>.</summary>
        /// <param name="first">The first input.</param>
        /// <param name="second">The second input.</param>
        /// <returns>The module with the inputs.</returns>
        public ShapedModule<TParams, (T1, T2), TOutput> Shaped(T1 first, T2 second) => module.Shaped((first, second));
    }

    /// <summary>The gradient of a loss by its parameters: see <see cref="Transforms.Grad{TParams, TInputs}(Module{TParams, TInputs, Tensor}, TParams, TInputs, Key?, Mode)"/>.</summary>
    /// <typeparam name="TParams">The type of the parameters, and so of the gradient.</typeparam>
    /// <typeparam name="T1">The type of the first input.</typeparam>
    /// <typeparam name="T2">The type of the second input.</typeparam>
    /// <param name="loss">A module whose output is one number.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="first">The first input.</param>
    /// <param name="second">The second input.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The gradient.</returns>
    public static TParams Grad<TParams, T1, T2>(
        this Module<TParams, (T1, T2), Tensor> loss, TParams parameters, T1 first, T2 second, Key? key = null, Mode mode = Mode.Train) =>
        loss.Grad(parameters, (first, second), key, mode);

    /// <summary>The value of a loss, and its gradient: see <see cref="Transforms.ValueAndGrad{TParams, TInputs}(Module{TParams, TInputs, Tensor}, TParams, TInputs, Key?, Mode)"/>.</summary>
    /// <typeparam name="TParams">The type of the parameters, and so of the gradient.</typeparam>
    /// <typeparam name="T1">The type of the first input.</typeparam>
    /// <typeparam name="T2">The type of the second input.</typeparam>
    /// <param name="loss">A module whose output is one number.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="first">The first input.</param>
    /// <param name="second">The second input.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The value, of shape [], and the gradient.</returns>
    public static (Tensor Value, TParams Gradient) ValueAndGrad<TParams, T1, T2>(
        this Module<TParams, (T1, T2), Tensor> loss, TParams parameters, T1 first, T2 second, Key? key = null, Mode mode = Mode.Train) =>
        loss.ValueAndGrad(parameters, (first, second), key, mode);
}

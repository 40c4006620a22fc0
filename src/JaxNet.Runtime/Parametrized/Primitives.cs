using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What a template's body asks the outside for. The generator replaces each of these where it stands;
/// one that is reached at run time was called outside of a template, and throws.
/// </summary>
public static class Primitives
{
    /// <summary>Asks for a parameter.</summary>
    /// <param name="shape">The parameter's shape; <c>[]</c> is a scalar.</param>
    /// <param name="init">Draws the parameter's first value.</param>
    /// <param name="name">The parameter's name, a constant; <c>parameter</c> if there is none.</param>
    /// <returns>The parameter's value, of shape <paramref name="shape"/>.</returns>
    public static Tensor Parameter(ReadOnlySpan<long> shape, Initializer init, string? name = null) =>
        throw OutsideOfTemplate(nameof(Parameter));

    /// <summary>Asks for a parameter that may be any tree of tensors.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="init">Makes the parameter's first value from a key of its own.</param>
    /// <param name="name">The parameter's name, a constant; <c>parameter</c> if there is none.</param>
    /// <returns>The parameter's value.</returns>
    public static T Parameter<T>(Func<Key, T> init, string? name = null) =>
        throw OutsideOfTemplate(nameof(Parameter));

    /// <summary>Asks for a parameter that is a module of its own: whoever asks for that of the same object gets the same parameter.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="module">The parameter: an object that lives outside of the body, in a static field or as a hyperparameter.</param>
    /// <param name="name">The parameter's name, a constant; <c>parameter</c> if there is none.</param>
    /// <returns>The parameter's value.</returns>
    public static T Parameter<T>(ParameterModule<T> module, string? name = null) =>
        throw OutsideOfTemplate(nameof(Parameter));

    /// <summary>Asks for a random key that nobody else gets: the next link of the chain that starts at the key given to <c>Init</c> or <c>Apply</c>.</summary>
    /// <returns>A fresh key.</returns>
    public static Key RandomKey() => throw OutsideOfTemplate(nameof(RandomKey));

    /// <summary>
    /// A loop over time: calls a cell for each step, hands the carry on from step to step, and stacks the outputs. All steps share
    /// the cell's parameters, and each draws random keys of its own.
    /// </summary>
    /// <typeparam name="TCarry">The carry: a tensor or a tree.</typeparam>
    /// <typeparam name="TInputs">The inputs: a tensor or a tree of tensors, all with time on axis 0.</typeparam>
    /// <typeparam name="TOutput">The output of a step: a tensor or a tree.</typeparam>
    /// <param name="cell">Goes from a carry and the inputs of one step to the next carry and an output.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first; the outputs stand where their inputs do.</param>
    /// <returns>The carry behind the last step, and the outputs of all steps, with time on axis 0.</returns>
    /// <exception cref="ArgumentException">The inputs have no steps, or not all the same number of them.</exception>
    public static (TCarry Carry, TOutput Outputs) Scan<TCarry, TInputs, TOutput>(
        Layer<TCarry, TInputs, (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false) =>
        throw OutsideOfTemplate(nameof(Scan));

    /// <summary>
    /// A loop over time: calls a cell for each step, hands the carry on from step to step, and stacks the outputs. All steps share
    /// the cell's parameters, and each draws random keys of its own.
    /// </summary>
    /// <typeparam name="TParams">The cell's parameters.</typeparam>
    /// <typeparam name="TCarry">The carry: a tensor or a tree.</typeparam>
    /// <typeparam name="TInputs">The inputs: a tensor or a tree of tensors, all with time on axis 0.</typeparam>
    /// <typeparam name="TOutput">The output of a step: a tensor or a tree.</typeparam>
    /// <param name="cell">Goes from a carry and the inputs of one step to the next carry and an output.</param>
    /// <param name="carry">The carry that the first step gets.</param>
    /// <param name="inputs">The inputs of all steps.</param>
    /// <param name="reverse">Whether the last step comes first; the outputs stand where their inputs do.</param>
    /// <returns>The carry behind the last step, and the outputs of all steps, with time on axis 0.</returns>
    /// <exception cref="ArgumentException">The inputs have no steps, or not all the same number of them.</exception>
    public static (TCarry Carry, TOutput Outputs) Scan<TParams, TCarry, TInputs, TOutput>(
        Module<TParams, (TCarry, TInputs), (TCarry, TOutput)> cell, TCarry carry, TInputs inputs, bool reverse = false) =>
        throw OutsideOfTemplate(nameof(Scan));

    /// <summary>
    /// Asks for a value that the network keeps from one application to the next beside its parameters, such as an average. It is no
    /// parameter: no gradient is taken by it. What the variable is set to comes out of <c>Apply</c>, next to the output, in a
    /// <see cref="RunningState"/> of the template's own type: <c>(output, state) = net.Apply(parameters, state, inputs)</c>.
    /// </summary>
    /// <typeparam name="T">A tensor or a tree.</typeparam>
    /// <param name="initial">What it starts with; later applications look only at its shape.</param>
    /// <param name="name">Its name, a constant; <c>state</c> if there is none. One name is one value, however often the body asks for it.</param>
    /// <returns>The variable that holds it: read and set its <see cref="StateVariable{T}.Value"/>.</returns>
    public static StateVariable<T> State<T>(T initial, string? name = null)
        where T : notnull =>
        throw OutsideOfTemplate(nameof(State));

    /// <summary>What the network is being applied for.</summary>
    public static Mode CurrentMode => throw OutsideOfTemplate(nameof(CurrentMode));

    private static InvalidOperationException OutsideOfTemplate(string primitive) => new(
        $"{primitive} was reached outside of a template. It works in the body of a [Parametrized] method, and only " +
        "through that method's module: make one with the factory of the same name, for example Dense(10), and call " +
        "its Init and Apply.");
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Functions of functions. With <c>using static JaxNet.Transforms</c> one writes <c>Grad(f)</c>, as in JAX.
/// </summary>
/// <remarks>
/// The function may be anything that computes one floating-point number from a tree of tensors. Its argument's
/// floating-point leaves are the variables; those of other types have gradients of zeros of their own type, so that the gradient
/// always has the argument's structure. A leaf that is shared is one variable, whose gradient is the sum over its places; a
/// leaf that the value doesn't depend on has a gradient of zeros. Inside of another gradient, and where the arguments require gradients
/// themselves, the results are differentiable again, by all that they depend on: a penalty on a gradient counts. What is meant as a
/// constant there says so, by <c>detach()</c> or <c>no_grad()</c>. Everything computed on the way is disposed.
/// Gradients are not to be changed in place: those of two leaves that are added up, for example, may be one tensor.
/// </remarks>
public static partial class Transforms
{
    /// <summary>The gradient of a function.</summary>
    /// <typeparam name="TTree">The type of its argument, and so of the gradient.</typeparam>
    /// <param name="function">A function to one number: a floating-point tensor of shape [].</param>
    /// <returns>A function that gives the gradient at its argument: a tree like the argument.</returns>
    /// <exception cref="InvalidOperationException">From that function: the value isn't one floating-point number, or depends on no leaf.</exception>
    public static Func<TTree, TTree> Grad<TTree>(Func<TTree, Tensor> function)
    {
        var valueAndGrad = ValueAndGrad(function);
        return argument => Gradient(valueAndGrad(argument));
    }

    /// <summary>The gradient of a function of two arguments by the first of them.</summary>
    /// <typeparam name="TTree">The type of the first argument, and so of the gradient.</typeparam>
    /// <typeparam name="TInputs">The type of the second argument.</typeparam>
    /// <param name="function">A function to one number: a floating-point tensor of shape [].</param>
    /// <returns>A function that gives the gradient at its arguments: a tree like the first argument.</returns>
    /// <exception cref="InvalidOperationException">From that function: the value isn't one floating-point number, or depends on no leaf.</exception>
    public static Func<TTree, TInputs, TTree> Grad<TTree, TInputs>(Func<TTree, TInputs, Tensor> function)
    {
        var valueAndGrad = ValueAndGrad(function);
        return (argument, inputs) => Gradient(valueAndGrad(argument, inputs));
    }

    /// <summary>The value and the gradient of a function.</summary>
    /// <typeparam name="TTree">The type of its argument, and so of the gradient.</typeparam>
    /// <param name="function">A function to one number: a floating-point tensor of shape [].</param>
    /// <returns>A function that gives the value, of shape [], and the gradient: a tree like the argument.</returns>
    /// <exception cref="InvalidOperationException">From that function: the value isn't one floating-point number, or depends on no leaf.</exception>
    public static Func<TTree, (Tensor Value, TTree Gradient)> ValueAndGrad<TTree>(Func<TTree, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return argument => Differentiation.ValueAndGrad(function, argument, "The function");
    }

    /// <summary>The value of a function of two arguments, and its gradient by the first of them.</summary>
    /// <typeparam name="TTree">The type of the first argument, and so of the gradient.</typeparam>
    /// <typeparam name="TInputs">The type of the second argument.</typeparam>
    /// <param name="function">A function to one number: a floating-point tensor of shape [].</param>
    /// <returns>A function that gives the value, of shape [], and the gradient: a tree like the first argument.</returns>
    /// <exception cref="InvalidOperationException">From that function: the value isn't one floating-point number, or depends on no leaf.</exception>
    public static Func<TTree, TInputs, (Tensor Value, TTree Gradient)> ValueAndGrad<TTree, TInputs>(Func<TTree, TInputs, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (argument, inputs) =>
        {
            var result = Differentiation.ValueAndGrad<TTree>(tree => function(tree, inputs), argument, "The function");
            GC.KeepAlive(inputs);
            return result;
        };
    }

    /// <summary>The gradient of a module that computes a loss, by its parameters.</summary>
    /// <typeparam name="TParams">The type of the module's parameters, and so of the gradient.</typeparam>
    /// <typeparam name="TInputs">The type of the module's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The gradient: parameters of the same structure and shapes.</returns>
    /// <exception cref="InvalidOperationException">The loss isn't one floating-point number, or depends on no parameter.</exception>
    /// <exception cref="MissingKeyException">The network draws random numbers, and <paramref name="key"/> is null.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public static TParams Grad<TParams, TInputs>(
        this Module<TParams, TInputs, Tensor> loss, TParams parameters, TInputs inputs, Key? key = null, Mode mode = Mode.Train) =>
        Gradient(loss.ValueAndGrad(parameters, inputs, key, mode));

    /// <summary>The value of a module that computes a loss, and its gradient by the module's parameters.</summary>
    /// <typeparam name="TParams">The type of the module's parameters, and so of the gradient.</typeparam>
    /// <typeparam name="TInputs">The type of the module's inputs.</typeparam>
    /// <param name="loss">A module whose output is one number: a floating-point tensor of shape [].</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="key">The start of the chain of random keys; needed by networks that draw random numbers.</param>
    /// <param name="mode">What the network is applied for.</param>
    /// <returns>The value, of shape [], and the gradient: parameters of the same structure and shapes.</returns>
    /// <exception cref="InvalidOperationException">The loss isn't one floating-point number, or depends on no parameter.</exception>
    /// <exception cref="MissingKeyException">The network draws random numbers, and <paramref name="key"/> is null.</exception>
    /// <exception cref="ParameterShapeException">The inputs don't fit the parameters.</exception>
    public static (Tensor Value, TParams Gradient) ValueAndGrad<TParams, TInputs>(
        this Module<TParams, TInputs, Tensor> loss, TParams parameters, TInputs inputs, Key? key = null, Mode mode = Mode.Train)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var result = Differentiation.ValueAndGrad(
            tree => loss.RunNetwork(tree, new ApplyScope(tree, InputDevice.Draws(key, inputs), mode), inputs), parameters, loss.Name);

        GC.KeepAlive(inputs);
        return result;
    }

    /// <summary>Of both, the gradient; the value would otherwise wait for the garbage collector.</summary>
    private static TTree Gradient<TTree>((Tensor Value, TTree Gradient) both)
    {
        both.Value.Dispose();
        return both.Gradient;
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Reverse-mode differentiation of functions of trees, by libtorch's autograd.</summary>
internal static class Differentiation
{
    /// <summary>The value and the gradient of a function; both belong to the scope around.</summary>
    /// <param name="function">The function.</param>
    /// <param name="argument">Where.</param>
    /// <param name="name">What error messages call the function.</param>
    public static (Tensor Value, T Gradient) ValueAndGrad<T>(Func<T, Tensor> function, T argument, string name)
    {
        MemoryBudget.CollectIfDue();
        using var temporaries = NewDisposeScope();
        var leaves = Tree.LeavesArray(argument);

        // Inside of another gradient, that one may be by what the function has from outside, and not by the argument.
        var connected = is_grad_enabled() && (Tape.IsGradientUnderWay || leaves.Any(leaf => !leaf.IsInvalid && leaf.requires_grad));

        using var recorded = enable_grad();
        var variables = Variables(leaves, connected);
        using var tape = connected ? Tape.Suspend() : Tape.Begin(variables);
        var value = function(Tree.Unflatten(argument, variables));
        var gradients = Gradients(value, leaves, variables, connected, tape, name);
        if (!connected)
            value = value.detach();

        temporaries.MoveToOuter(value);
        temporaries.MoveToOuter((IEnumerable<IDisposable>)gradients);
        MemoryBudget.Count(gradients);
        GC.KeepAlive(argument);
        GC.KeepAlive(function);
        return (value, Tree.Unflatten(argument, gradients));
    }

    /// <summary>
    /// What stands for the leaves while the function is evaluated: tensors on the same numbers, with no copy, that require
    /// gradients. Leaves that have none, such as integers, stand for themselves.
    /// </summary>
    /// <param name="leaves">The leaves.</param>
    /// <param name="connected">Whether gradients shall flow on to the leaves' own history.</param>
    public static Tensor[] Variables(Tensor[] leaves, bool connected = false)
    {
        try
        {
            // A view, and no alias: TorchSharp's is the same variable, by which the rest of the function would be differentiated too.
            return Array.ConvertAll(leaves, leaf => !HasGradient(leaf) ? leaf : connected && leaf.requires_grad ? leaf.view_as(leaf) : VariableOn(leaf));
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    // Not detach() and requires_grad = true: in older packages (0.99.6 among them) the setter leaks a reference to the
    // tensor, and with it the memory of each state that a gradient was ever taken at.
    public static Tensor VariableOn(Tensor leaf)
    {
        var variable = empty(0, leaf.dtype, leaf.device, requires_grad: true);
        using var unrecorded = no_grad();
        if (!IsLazy(leaf))
        {
            variable.set_(leaf);
            return variable;
        }

        using var numbers = leaf.resolve_conj().resolve_neg();
        variable.set_(numbers);
        return variable;
    }

    // Its memory holds other numbers, which a bit of the tensor has whoever reads it conjugate or negate: set_ takes the memory alone.
    private static bool IsLazy(Tensor leaf) => leaf.is_neg() || (leaf.is_complex() && leaf.is_conj());

    /// <summary>The gradient of a value by each variable, of the variable's shape and type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="leaves">The leaves.</param>
    /// <param name="variables">What stood for them.</param>
    /// <param name="connected">Whether the gradients are to be differentiated again.</param>
    /// <param name="tape">What autograd hasn't recorded of the value.</param>
    /// <param name="name">What error messages call the function.</param>
    /// <exception cref="InvalidOperationException">The value isn't one floating-point number, or depends on no variable.</exception>
    public static Tensor[] Gradients(Tensor value, Tensor[] leaves, Tensor[] variables, bool connected, Tape tape, string name)
    {
        var differentiable = Array.TrueForAll(variables, HasGradient) ? variables : Array.FindAll(variables, HasGradient);
        CheckValue(value, differentiable.Length, name);

        var found = Find(value, differentiable, connected, tape);
        var gradients = new Tensor[leaves.Length];
        for (int i = 0, next = 0; i < leaves.Length; i++)
        {
            // An unused variable has no gradient: null, or a tensor without a handle, as one has it.
            var gradient = differentiable.Length == leaves.Length || HasGradient(variables[i]) ? found[next++] : null;
            gradients[i] = gradient is null || gradient.IsInvalid ? leaves[i].detach().zeros_like() : gradient;
        }

        return gradients;
    }

    private static IList<Tensor?> Find(Tensor value, Tensor[] variables, bool connected, Tape tape)
    {
        // Where there is nothing to differentiate by, the empty gradient is right, and autograd refuses to be asked.
        if (variables.Length == 0)
            return [];

        if (tape.Entries.Count > 0)
            return TapedGradients.Of(value, variables, tape.Entries);

        if (connected)
            return autograd.grad([value], variables, retain_graph: true, create_graph: true, allow_unused: true)!;

        return LeafGradients.Of([value], variables);
    }

    /// <summary>Whether a leaf is a variable: PyTorch has gradients by floating-point and complex tensors.</summary>
    public static bool HasGradient(Tensor leaf) => leaf.is_floating_point() || leaf.is_complex();

    // These would be C++ exceptions that nobody catches, and so the end of the process.
    private static void CheckValue(Tensor? value, int variables, string name)
    {
        if (value is null)
            throw new InvalidOperationException($"{name} returned null. A gradient needs a value that is one floating-point number.");

        if (value.dim() != 0)
        {
            throw new InvalidOperationException(
                $"{name} returned a tensor of shape {Shapes.Describe(value.shape)}, but only one number, of shape [], has a gradient. " +
                "Take the mean or the sum of it.");
        }

        if (!value.is_floating_point())
        {
            throw new InvalidOperationException(
                $"{name} returned a number of type {value.dtype}, but only a floating-point number has a gradient. " +
                "Convert it before what is to be differentiated, not after.");
        }

        if (variables > 0 && !value.requires_grad)
        {
            throw new InvalidOperationException(
                $"{name} returned a number that depends on none of the {variables} floating-point tensors that it was to be " +
                "differentiated by. " + (is_inference_mode_enabled()
                    ? "torch.inference_mode() is on, in which there are no gradients: leave it before what is to be differentiated."
                    : "Something on the way has no gradient: detach, no_grad, a rounding, a comparison, " +
                      "argmax, or a number that was read out of a tensor."));
        }
    }
}

using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// libtorch's own vectorization, behind PyTorch's <c>vmap</c>: a tensor whose axis of examples no operation sees, and each operation takes along. It is reached
/// through TorchScript, where a libtorch has it, as its operators have no place in TorchSharp.
/// </summary>
internal static class BatchAxis
{
    private const string Script = """
        def hide(tensor: Tensor, axis: int, level: int) -> Tensor:
            return torch._add_batch_dim(tensor, axis, level)

        def show(tensor: Tensor, level: int, count: int, axis: int) -> Tensor:
            return torch._remove_batch_dim(tensor, level, count, axis)

        """;

    // libtorch's limit for batches in batches.
    private const int MaxLevels = 64;

    private static readonly Lazy<jit.CompilationUnit?> s_operators = new(() => TorchScript.TryCompile(Script));

    [ThreadStatic]
    private static int s_level;

    /// <summary>Whether tensors here may be whole batches that look like an example: their numbers have no place of their own in memory.</summary>
    public static bool IsHidden => s_level > 0;

    /// <summary>Whether the examples can be gone through at once here.</summary>
    public static bool IsAvailable => s_level < MaxLevels && s_operators.Value is not null;

    /// <summary>Applies a function that is written for one example to all of them at once.</summary>
    /// <param name="batch">The inputs of all examples.</param>
    /// <param name="axis">The axis of the examples in the inputs.</param>
    /// <param name="count">How many examples there are.</param>
    /// <param name="outAxis">The axis that the examples get in the output.</param>
    /// <param name="function">The function.</param>
    /// <exception cref="ExternalException">libtorch can't do it for an operation: one that needs an example's values, for example.</exception>
    /// <exception cref="NotVectorizedException">The function needs the examples one by one.</exception>
    public static TOutput Over<TInputs, TOutput>(TInputs batch, long axis, long count, long outAxis, Func<TInputs, TOutput> function)
    {
        var level = ++s_level;
        try
        {
            var output = function(Tree.Map<TInputs>(batch, leaf => Invoke("hide", leaf, axis < 0 ? leaf.dim() + axis : axis, (long)level)));
            return Tree.Map<TOutput>(output, leaf => Invoke("show", leaf, (long)level, count, outAxis < 0 ? leaf.dim() + 1 + outAxis : outAxis));
        }
        finally
        {
            s_level--;
        }
    }

    private static Tensor Invoke(string name, params object[] arguments) => (Tensor)s_operators.Value!.invoke(name, arguments);
}

using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Operators of autograd that have no place in TorchSharp. They are reached through TorchScript, where a libtorch has them.</summary>
internal static class AutogradOperators
{
    private const string Script = """
        def version(tensor: Tensor) -> int:
            return tensor._version()

        def result(variable: Tensor) -> Tensor:
            return torch._unsafe_view(variable, variable.size())

        """;

    private static readonly Lazy<jit.CompilationUnit?> s_operators = new(() => TorchScript.TryCompile(Script));

    /// <summary>How often a tensor's memory has been changed in place, by which autograd finds that what a gradient needs is there no more.</summary>
    /// <returns>The number of changes; null where nobody counts, as for a tensor that was made in inference mode.</returns>
    public static long? VersionOf(Tensor tensor)
    {
        try
        {
            // A long in Lite, a Scalar in TorchSharp's package.
            return s_operators.Value?.invoke("version", tensor) switch
            {
                long count => count,
                Scalar count => count.ToInt64(),
                _ => null,
            };
        }
        catch (ExternalException)
        {
            return null;
        }
    }

    /// <summary>A variable's numbers as the result of an operation: unlike the variable, and views of it, it can be changed in place. It is on the same memory.</summary>
    public static Tensor ResultOf(Tensor variable) => (Tensor?)s_operators.Value?.invoke("result", variable) ?? variable.clone();
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Functions in TorchScript, by which operators are reached that have no place in TorchSharp.</summary>
internal static class TorchScript
{
    /// <summary>The functions; null if this libtorch doesn't have their operators, or this engine no TorchScript.</summary>
    public static jit.CompilationUnit? TryCompile(string script)
    {
        try
        {
            return jit.compile(script.ReplaceLineEndings("\n"));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Tree
{
    /// <summary>
    /// Moves those leaves that a scope owns to the scope around it, so that they outlive it. A leaf that belongs to somebody
    /// else, such as an input that a function returned as it was, stays where it is; that is why the scope does it, and
    /// not the tensor.
    /// </summary>
    internal static void MoveToOuter<T>(DisposeScope scope, T tree)
    {
        if (tree is Tensor leaf)
            scope.MoveToOuter(leaf);
        else
            scope.MoveToOuter((IEnumerable<IDisposable>)LeavesArray(tree));
    }
}

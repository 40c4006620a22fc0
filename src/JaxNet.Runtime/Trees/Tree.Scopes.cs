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

    /// <summary>
    /// Makes a tree the caller's own: leaves that a scope owns move to the scope around it, and one that belongs to somebody else gets another
    /// handle on the same numbers, so that who disposes what a function returned doesn't dispose what it was given.
    /// </summary>
    internal static T TakeOut<T>(DisposeScope scope, T tree)
    {
        if (tree is Tensor leaf ? !scope.Contains(leaf) : !LeavesArray(tree).All(scope.Contains))
            tree = WithOthersReplaced(scope.Contains, tree, leaf => leaf.alias());

        MoveToOuter(scope, tree);
        return tree;
    }

    /// <summary>Puts something else for the leaves that can't stay, such as those that a scope doesn't own. A tree of a kind that can't be rebuilt stays as it is.</summary>
    internal static T WithOthersReplaced<T>(Func<Tensor, bool> stays, T tree, Func<Tensor, Tensor> replace)
    {
        try
        {
            return Map<T>(tree, leaf => stays(leaf) ? leaf : replace(leaf));
        }
        catch (NotSupportedException)
        {
            return tree;
        }
    }
}

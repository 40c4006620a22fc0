using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Functions of trees. A tree is a tensor; an <see cref="ITree"/>, such as a generated Params record or an optimizer's
/// state; a <see cref="Key"/>; a tuple, array, list or dictionary with string keys of trees; or null, where an optional child is absent.
/// Tensors and nodes are told apart by identity: one that stands in several places is visited once, in the first of
/// them, and what is made of it stands in all of them again.
/// </summary>
/// <remarks>
/// Leaves come in the order in which nodes show their children; dictionaries show them in ordinal order of the keys.
/// Tuples of other trees than tensors, and lists and dictionaries of them, are rebuilt by code that has to be compiled for
/// their type, as there is no reflection: see <see cref="RegisterTuple{T1, T2}"/>, <see cref="RegisterList{T}"/> and
/// <see cref="RegisterDictionary{T}"/>.
/// </remarks>
public static partial class Tree
{
    /// <summary>The leaves of a tree, each once.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>The tensors, in order; none for null.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static IReadOnlyList<Tensor> Leaves<T>(T tree) => LeavesArray(tree);

    /// <summary>How many different tensors a tree holds.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>The number of leaves.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static int LeafCount<T>(T tree) => LeavesArray(tree).Length;

    /// <summary>How many numbers a tree holds: the sum of its leaves' numbers of elements, where a shared leaf counts once.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>The number of elements; 0 for a tree without leaves.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static long Count<T>(T tree)
    {
        try
        {
            long count = 0;
            foreach (var leaf in LeavesArray(tree))
                count += leaf.numel();

            return count;
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    /// <summary>Makes the same structure with other leaves.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="like">The structure.</param>
    /// <param name="leaves">One tensor, of any shape, for each of <see cref="Leaves"/> of <paramref name="like"/>.</param>
    /// <returns>A new tree; what is shared in <paramref name="like"/> is shared in it.</returns>
    /// <exception cref="ArgumentException">There are more or fewer leaves than the structure has places for.</exception>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static T Unflatten<T>(T like, IReadOnlyList<Tensor> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var filler = new TreeFiller(leaves);
        T result;
        try
        {
            result = filler.Child(like);
        }
        catch (TreeFiller.TooFewLeavesException)
        {
            throw WrongLeafCount(like, leaves);
        }

        return filler.Used == leaves.Count ? result : throw WrongLeafCount(like, leaves);
    }

    /// <summary>Each leaf with its path, such as <c>predict.sequential.dense0.kernel</c>.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>
    /// In the order of <see cref="Leaves"/>; a leaf that stands in several places under the first one's path. The path of
    /// a tree that is a tensor itself is empty; places in tuples, arrays and lists are named by their index.
    /// </returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static IReadOnlyList<(string Path, Tensor Leaf)> NamedLeaves<T>(T tree) => TreePaths.Of(tree);

    /// <summary>The path of each leaf: see <see cref="NamedLeaves"/>.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>The paths, in the order of <see cref="Leaves"/>.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static IReadOnlyList<string> Paths<T>(T tree) => [.. TreePaths.Of(tree).Select(leaf => leaf.Path)];

    internal static Tensor[] LeavesArray<T>(T tree)
    {
        if (tree is null)
            return [];
        if (tree is Tensor leaf)
            return [leaf];

        var collector = new LeafCollector();
        collector.Child("", tree);
        return [.. collector.Leaves];
    }

    /// <summary>Whether two trees of one type hold the very same tensors in the same places; contents are not compared.</summary>
    internal static bool SameLeaves<T>(T first, T second) =>
        new TreePairing().Pair(first, second) is { Difference: null, Pairs: var pairs } &&
        pairs.All(pair => ReferenceEquals(pair.First, pair.Second));

    /// <summary>A hash of the leaves' identities: trees of which <see cref="SameLeaves"/> is true have the same.</summary>
    internal static int LeavesHash<T>(T tree)
    {
        var hash = new HashCode();
        foreach (var leaf in LeavesArray(tree))
            hash.Add(RuntimeHelpers.GetHashCode(leaf));

        return hash.ToHashCode();
    }

    private static ArgumentException WrongLeafCount<T>(T like, IReadOnlyList<Tensor> leaves)
    {
        var paths = Paths(like);
        return new ArgumentException(
            $"The tree has {paths.Count} leaves, but {leaves.Count} tensors were given for them. " +
            $"Its leaves are: {(paths.Count == 0 ? "none" : string.Join(", ", paths.Select(TreePaths.Readable)))}.", nameof(leaves));
    }
}

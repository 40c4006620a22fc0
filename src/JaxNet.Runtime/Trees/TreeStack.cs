using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Trees of one structure, such as the outputs of all steps, as one tree of stacks. The leaves are told apart by their place: what stands in two places of
/// one tree may be two tensors in the next.
/// </summary>
internal static class TreeStack
{
    /// <summary>The leaves of a tree, one for each place, or where its structure isn't that of another one.</summary>
    public static (Tensor[] Leaves, string? Difference) LeavesOf(object? tree, object? like)
    {
        var (pairs, difference) = new TreePairing(isByPlace: true).Pair(like, tree);
        return ([.. pairs.Select(pair => pair.Second)], difference);
    }

    /// <summary>The tree of stacks.</summary>
    /// <typeparam name="T">The trees' type.</typeparam>
    /// <param name="like">Its structure.</param>
    /// <param name="trees">Of each tree the <see cref="LeavesOf"/>.</param>
    /// <param name="stack">Stacks the leaves of a place. It is called once for places that share their leaf in all trees, and the stack is shared there.</param>
    public static T Of<T>(T like, Tensor[][] trees, Func<Tensor[], Tensor> stack)
    {
        var stacks = new Tensor[trees[0].Length];
        for (var place = 0; place < stacks.Length; place++)
        {
            stacks[place] = FirstWithLeavesOf(place, trees) is var first && first < place
                ? stacks[first]
                : stack(Array.ConvertAll(trees, leaves => leaves[place]));
        }

        return new PlaceFiller(stacks).Child(like);
    }

    private static int FirstWithLeavesOf(int place, Tensor[][] trees)
    {
        var first = 0;
        while (!Array.TrueForAll(trees, leaves => ReferenceEquals(leaves[first], leaves[place])))
            first++;

        return first;
    }

    private sealed class PlaceFiller(Tensor[] leaves) : TreeRebuilder
    {
        private int _next;

        public override T Child<T>(T child) => child switch
        {
            null => child,
            Tensor => (T)(object)leaves[_next++],
            _ => TreeNodes.Rebuild(child, this),
        };
    }
}

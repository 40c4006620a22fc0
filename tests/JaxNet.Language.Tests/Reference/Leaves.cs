namespace JaxNet.Language.Tests.Reference;

/// <summary>Numbers to compare by.</summary>
internal static class Leaves
{
    /// <summary>The same tree with other values in each leaf.</summary>
    public static T Changed<T>(T tree)
    {
        var seed = 100;
        return Tree.Map<T>(tree, leaf => leaf * 1.25 + new Key(seed++).Normal(leaf.shape) * 0.25);
    }

    /// <summary>One number that depends on each element of a tree in a way of its own.</summary>
    public static Tensor Weighted<T>(T tree)
    {
        var sum = zeros([]);
        foreach (var (leaf, i) in Tree.Leaves(tree).Select((leaf, i) => (leaf, i)))
            sum = sum + (leaf * new Key(500 + i).Normal(leaf.shape)).sum();

        return sum;
    }
}

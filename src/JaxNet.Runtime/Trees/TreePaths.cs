using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Where leaves stand in a tree: <c>predict.sequential.dense0.kernel</c>.</summary>
internal static class TreePaths
{
    /// <summary>The path of a leaf below a node somewhere in a tree.</summary>
    /// <param name="root">The tree; null if it isn't known.</param>
    /// <param name="owner">The node.</param>
    /// <param name="leaf">The leaf.</param>
    /// <returns>The path from the root; from the owner if that isn't found in the tree.</returns>
    public static string Find(object? root, ITree owner, Tensor leaf) =>
        Find(root, owner, Of(owner).FirstOrDefault(found => ReferenceEquals(found.Leaf, leaf)).Path ?? "parameter");

    /// <summary>The path of a child of a node somewhere in a tree, present or not.</summary>
    /// <param name="root">The tree; null if it isn't known.</param>
    /// <param name="owner">The node.</param>
    /// <param name="name">The child's name.</param>
    /// <returns>The path from the root; from the owner if that isn't found in the tree.</returns>
    public static string Find(object? root, ITree owner, string name)
    {
        var ownerPath = root is null ? null : PathOf(owner, root);
        return Join(ownerPath ?? "", name);
    }

    /// <summary>Whether a node is somewhere in a tree.</summary>
    public static bool Holds(object? tree, ITree node) => PathOf(node, tree) is not null;

    /// <summary>The path of the first node of a type.</summary>
    /// <returns>The path; null if there is none below the root.</returns>
    public static string? OfType(object? tree, Type type) => First("", tree, (path, node) => path.Length > 0 && node.GetType() == type, new(ReferenceEqualityComparer.Instance));

    /// <summary>The node at a path, in which <c>[2]</c> stands for the layer at position 2 of a list of layers.</summary>
    /// <returns>The node; null if there is none.</returns>
    public static object? NodeAt(object? tree, string path)
    {
        foreach (var name in path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            tree = tree switch
            {
                null or Tensor => null,
                LayerListParams layers when int.TryParse(name, out var index) => index >= 0 && index < layers.Count ? layers[index] : null,
                _ => ChildCollector.Of(tree).FirstOrDefault(child => child.Name == name).Child,
            };
        }

        return tree;
    }

    /// <summary>The leaves of a tree, each once, with the path of its first place.</summary>
    public static IReadOnlyList<(string Path, Tensor Leaf)> Of(object? tree)
    {
        var leaves = new List<(string, Tensor)>();
        Collect("", tree, leaves, new(ReferenceEqualityComparer.Instance));
        return leaves;
    }

    /// <summary>The path of a child.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A path for messages, in which the root's empty one needs a word.</summary>
    public static string Readable(string path) => path.Length == 0 ? "the root" : path;

    private static string? PathOf(ITree node, object? tree) => First("", tree, (_, found) => ReferenceEquals(found, node), new(ReferenceEqualityComparer.Instance));

    // The path of the first node that is meant.
    private static string? First(string path, object? node, Func<string, object, bool> isMeant, HashSet<object> seen)
    {
        if (node is null or Tensor || !seen.Add(node))
            return null;

        return isMeant(path, node)
            ? path
            : ChildCollector.Of(node).Select(child => First(Join(path, child.Name), child.Child, isMeant, seen)).FirstOrDefault(found => found is not null);
    }

    private static void Collect(string path, object? node, List<(string, Tensor)> leaves, HashSet<object> seen)
    {
        if (node is null || !seen.Add(node))
            return;

        if (node is Tensor leaf)
        {
            leaves.Add((path, leaf));
            return;
        }

        foreach (var (name, child) in ChildCollector.Of(node))
            Collect(Join(path, name), child, leaves, seen);
    }
}

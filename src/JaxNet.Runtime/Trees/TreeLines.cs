using static TorchSharp.torch;

namespace JaxNet;

/// <summary>The lines of a tree's readable form.</summary>
internal sealed class TreeLines
{
    private readonly Dictionary<object, string> _places = new(ReferenceEqualityComparer.Instance);

    public List<(string Name, string Shape, string Count)> Rows { get; } = [];

    /// <summary>Adds a node and all below it.</summary>
    /// <returns>How many numbers it holds that weren't met before.</returns>
    public long Add(int depth, string name, string path, object? node)
    {
        var indented = new string(' ', 2 * depth) + name;
        if (node is null)
        {
            Rows.Add((indented, "none", ""));
            return 0;
        }

        if (!_places.TryAdd(node, path))
        {
            Rows.Add((indented, $"= {TreePaths.Readable(_places[node])}", ""));
            return 0;
        }

        if (node is Tensor leaf)
        {
            Rows.Add((indented, Tree.TextOf(leaf), Tree.Number(leaf.numel())));
            return leaf.numel();
        }

        var row = Rows.Count;
        Rows.Add(default);
        long count = 0;
        foreach (var (childName, child) in ChildCollector.Of(node))
            count += Add(depth + 1, childName, TreePaths.Join(path, childName), child);

        Rows[row] = (indented, "", Tree.Number(count));
        return count;
    }
}

using static TorchSharp.torch;

namespace JaxNet;

/// <summary>All places of all leaves of a tree: where <see cref="TreePaths.Of"/> has the first place of each.</summary>
internal sealed class TreePlaces
{
    private readonly List<(Tensor Leaf, List<string> Paths)> _leaves = [];
    private readonly Dictionary<Tensor, List<string>> _paths = new(ReferenceEqualityComparer.Instance);

    // A node is asked for its children only once: some, such as an optimizer state's step, are made anew each time.
    private readonly Dictionary<object, IReadOnlyList<(string Name, object? Child)>> _children = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Path, object? Node)> _nodes = [];

    private TreePlaces()
    {
    }

    /// <summary>The leaves, each once, in the order of <see cref="Tree.Leaves"/>, with the paths of all of its places.</summary>
    public IReadOnlyList<(Tensor Leaf, List<string> Paths)> Leaves => _leaves;

    /// <summary>The nodes that are no leaves, and the places where an optional one is absent.</summary>
    public IReadOnlyList<(string Path, object? Node)> Nodes => _nodes;

    public static TreePlaces Of(object? tree)
    {
        var places = new TreePlaces();
        places.Walk("", tree);
        return places;
    }

    private void Walk(string path, object? node)
    {
        if (node is Tensor leaf)
        {
            if (!_paths.TryGetValue(leaf, out var paths))
            {
                _paths.Add(leaf, paths = []);
                _leaves.Add((leaf, paths));
            }

            paths.Add(path);
            return;
        }

        _nodes.Add((path, node));
        if (node is null)
            return;

        if (!_children.TryGetValue(node, out var children))
            _children.Add(node, children = ChildCollector.Of(node));
        foreach (var (name, child) in children)
            Walk(TreePaths.Join(path, name), child);
    }
}

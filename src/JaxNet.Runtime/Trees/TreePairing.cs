using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Walks through two trees at once, and finds the leaves that stand in the same place, or the first difference.</summary>
/// <param name="isByPlace">
/// Whether each place has a pair of its own, whatever the trees share; else what the first shares the second has to share too, and need not be in the pairs again.
/// </param>
internal sealed class TreePairing(bool isByPlace = false)
{
    private readonly List<(Tensor First, Tensor Second)> _pairs = [];
    private readonly ReferenceMap<object> _partners = new();

    /// <summary>The pairs of leaves and, if the structures differ, a sentence that says where and how.</summary>
    public (IReadOnlyList<(Tensor First, Tensor Second)> Pairs, string? Difference) Pair(object? first, object? second)
    {
        var difference = Walk("", first, second);
        return (_pairs, difference);
    }

    private string? Walk(string path, object? first, object? second)
    {
        if (first is null && second is null)
            return null;

        if (first is null || second is null)
            return Differ(path, Describe(first), Describe(second));

        // Boxes of tuples are made anew at each reading, so their identity says nothing.
        if (!isByPlace && first is not ValueType)
        {
            if (_partners.TryGet(first, out var partner))
            {
                if (ReferenceEquals(partner, second))
                    return null;

                // Nodes may be shared on one side only, as long as their leaves agree.
                if (first is Tensor)
                {
                    return $"At {TreePaths.Readable(path)}: the first has a leaf there that it shares with another place, " +
                        "but the second has two different tensors in these places.";
                }
            }
            else
            {
                _partners.TryAdd(first, second);
            }
        }

        if (first is Tensor firstLeaf && second is Tensor secondLeaf)
        {
            _pairs.Add((firstLeaf, secondLeaf));
            return null;
        }

        if (first is Tensor || second is Tensor)
            return Differ(path, Describe(first), Describe(second));

        return WalkChildren(path, first, second);
    }

    private string? WalkChildren(string path, object first, object second)
    {
        var (ours, theirs) = (ChildCollector.Of(first), ChildCollector.Of(second));
        for (var i = 0; i < Math.Min(ours.Count, theirs.Count); i++)
        {
            if (ours[i].Name != theirs[i].Name)
                return Differ(path, Describe(first, ours), Describe(second, theirs));

            if (Walk(TreePaths.Join(path, ours[i].Name), ours[i].Child, theirs[i].Child) is { } difference)
                return difference;
        }

        return ours.Count == theirs.Count ? null : Differ(path, Describe(first, ours), Describe(second, theirs));
    }

    private static string Differ(string path, string first, string second) =>
        $"At {TreePaths.Readable(path)}: the first has {first}, the second has {second}.";

    private static string Describe(object? node, IReadOnlyList<(string Name, object? Child)>? children = null) => node switch
    {
        null => "nothing",
        Tensor leaf => $"a tensor of shape {Shapes.Describe(leaf.shape)}",
        _ => $"{TreeNodes.NameOf(node.GetType())} with the children {string.Join(", ", (children ?? ChildCollector.Of(node)).Select(child => child.Name))}",
    };
}

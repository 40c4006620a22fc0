namespace JaxNet;

/// <summary>Collects a node's own children, with their names.</summary>
internal sealed class ChildCollector : TreeVisitor
{
    private readonly List<(string Name, object? Child)> _children = [];

    public static IReadOnlyList<(string Name, object? Child)> Of(object node)
    {
        var collector = new ChildCollector();
        TreeNodes.Visit(node, collector);
        return collector._children;
    }

    public override void Child<T>(string name, T child) => _children.Add((name, child));
}

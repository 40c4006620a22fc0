using System.Diagnostics;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A child of a tree in a debugger: a leaf with its shape and statistics, or a node with the number of its parameters.</summary>
[DebuggerDisplay("{Text,nq}", Name = "{Name,nq}")]
internal sealed class TreeViewItem(string name, object? child)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name => name;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text => child switch
    {
        null => "none",
        Tensor leaf => LeafStatistics.Describe(leaf),
        _ => $"{Tree.Number(Tree.Count(child))} numbers",
    };

    /// <summary>What stands below it: the tensor itself, or the node's children.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public object? Contents => child is null or Tensor ? child : ChildrenOf(child);

    internal static TreeViewItem[] ChildrenOf(object node) => [.. ChildCollector.Of(node).Select(child => new TreeViewItem(child.Name, child.Child))];
}

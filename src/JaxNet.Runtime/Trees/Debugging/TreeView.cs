using System.Diagnostics;

namespace JaxNet;

/// <summary>What a debugger shows of a tree instead of its handles: its children, by their names in paths.</summary>
internal sealed class TreeView(ITree tree)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public TreeViewItem[] Items { get; } = TreeViewItem.ChildrenOf(tree);
}

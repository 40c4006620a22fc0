using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Tree
{
    /// <summary>
    /// A table of the leaves: path, shape, element type, number of elements and of bytes of each, and the totals. A leaf or node
    /// that stood before refers to its first place, and isn't counted again.
    /// </summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>Several lines of plain text, without a line break at the end.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static string Summary<T>(T tree)
    {
        var table = new SummaryTable();
        Summarize(table, new(ReferenceEqualityComparer.Instance), "", tree);
        return table.ToString();
    }

    /// <summary>
    /// A readable tree: a line for each leaf with its element type, shape and number of elements, a line for each node
    /// with the total of those. A leaf or node that stood before refers to its first place, and isn't counted again.
    /// </summary>
    internal static string Describe(Params tree) => Describe(tree.TemplateName, tree);

    internal static string Describe(string name, object? tree)
    {
        var lines = new TreeLines();
        lines.Add(depth: 0, name, path: "", tree);
        return Align(lines.Rows);
    }

    internal static string TextOf(Tensor leaf) => $"{TypeOf(leaf)} {Shapes.Describe(leaf.shape)}";

    internal static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string TypeOf(Tensor leaf) => leaf.dtype.ToString().ToLowerInvariant();

    private static void Summarize(SummaryTable table, Dictionary<object, string> places, string path, object? node)
    {
        var readable = TreePaths.Readable(path);
        if (node is null)
        {
            table.AddAbsent(readable);
        }
        else if (!places.TryAdd(node, readable))
        {
            table.AddAlias(readable, places[node]);
        }
        else if (node is Tensor leaf)
        {
            table.AddLeaf(readable, Shapes.Describe(leaf.shape), TypeOf(leaf), leaf.numel(), MemoryBudget.BytesOf(leaf));
        }
        else
        {
            foreach (var (name, child) in ChildCollector.Of(node))
                Summarize(table, places, TreePaths.Join(path, name), child);
        }
    }

    private static string Align(IReadOnlyList<(string Name, string Shape, string Count)> rows)
    {
        var (names, shapes, counts) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Shape.Length), rows.Max(row => row.Count.Length));
        var text = new StringBuilder();
        foreach (var (name, shape, count) in rows)
        {
            var line = $"{name.PadRight(names)}  {shape.PadRight(shapes)}  {count.PadLeft(counts)}";
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}

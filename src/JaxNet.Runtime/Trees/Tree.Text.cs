using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Tree
{
    /// <summary>A table of the leaves: path, element type, shape and number of elements of each, and the total.</summary>
    /// <typeparam name="T">The tree's type.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <returns>Several lines of text, without a line break at the end.</returns>
    /// <exception cref="NotSupportedException">Something in the tree is neither a tensor nor a tree.</exception>
    public static string Summary<T>(T tree)
    {
        var rows = NamedLeaves(tree)
            .Select(leaf => (Name: TreePaths.Readable(leaf.Path), Shape: TextOf(leaf.Leaf), Count: Number(leaf.Leaf.numel())))
            .Append((Name: "total", Shape: "", Count: Number(Count(tree))))
            .ToList();

        return Align(rows);
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

    internal static string TextOf(Tensor leaf) => $"{leaf.dtype.ToString().ToLowerInvariant()} {Shapes.Describe(leaf.shape)}";

    internal static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

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

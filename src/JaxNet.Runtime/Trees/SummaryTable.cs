using System.Text;

namespace JaxNet;

/// <summary>A table of leaves with the total below it, as plain text.</summary>
internal sealed class SummaryTable
{
    private readonly List<string[]> _rows = [["path", "shape", "type", "count", "bytes"]];
    private int _tensors;
    private long _count;
    private long _bytes;

    public void AddLeaf(string path, string shape, string type, long count, long bytes)
    {
        _rows.Add([path, shape, type, Tree.Number(count), Tree.Number(bytes)]);
        _tensors++;
        _count += count;
        _bytes += bytes;
    }

    /// <summary>Adds a place where something stands that stood before.</summary>
    public void AddAlias(string path, string first) => _rows.Add([path, $"= {first}", "", "", ""]);

    public void AddAbsent(string path) => _rows.Add([path, "none", "", "", ""]);

    public override string ToString()
    {
        List<string[]> rows = [.. _rows, [$"total: {Tree.Number(_tensors)} {(_tensors == 1 ? "tensor" : "tensors")}", "", "", Tree.Number(_count), Tree.Number(_bytes)]];

        // A reference is as long as it is, and needs no place among the shapes: nothing follows it.
        var widths = Enumerable.Range(0, rows[0].Length)
            .Select(column => rows.Max(row => row[column].StartsWith("= ", StringComparison.Ordinal) ? 0 : row[column].Length)).ToArray();

        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadLeft(widths[3])}  {row[4].PadLeft(widths[4])}";
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}

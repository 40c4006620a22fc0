using System.Text;

namespace JaxNet;

/// <summary>The way through a network to one of its parameters, a line for each module, for error messages.</summary>
internal static class PathDrawing
{
    /// <summary>Draws the way.</summary>
    /// <param name="root">The whole network's parameters.</param>
    /// <param name="path">The path: <c>predict.sequential.dense0.kernel</c>.</param>
    /// <param name="end">What to say beside its last name.</param>
    /// <returns>The lines; nothing where the path is a single name, which says it all.</returns>
    public static string Of(object? root, string path, string end)
    {
        var names = path.Split('.');
        if (root is not Params whole || names.Length == 1)
            return "";

        var rows = new List<(string Name, string Text)> { (whole.TemplateName, "") };
        for (var i = 0; i < names.Length; i++)
        {
            var text = i == names.Length - 1 ? end : (TreePaths.NodeAt(root, string.Join('.', names[..(i + 1)])) as Params)?.TemplateName ?? "";
            rows.Add((new string(' ', 2 * (i + 1)) + names[i], text));
        }

        var width = rows.Skip(1).Max(row => row.Name.Length);
        var drawing = new StringBuilder();
        foreach (var (name, text) in rows)
            drawing.AppendLine().Append($"  {name.PadRight(width)}  {text}".TrimEnd());

        return drawing.ToString();
    }
}

using System.Text.RegularExpressions;

namespace JaxNet.Generators.Tests.Documentation;

/// <summary>A page of the documentation, and its fenced blocks.</summary>
internal sealed partial class Page
{
    private Page(string name, string text)
    {
        (Name, Text) = (name, text);
        Blocks = [.. Read(text.Split('\n'))];
    }

    /// <summary>Its path in the repository.</summary>
    public string Name { get; }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>All pages, as they lie beside the tests.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(Path.GetRelativePath(Folder, file), File.ReadAllText(file).ReplaceLineEndings("\n"))),
    ];

    /// <summary>Where the build has put them.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "pages");

    /// <summary>The text without its fenced blocks and comments.</summary>
    public string Prose => Comment().Replace(Fenced().Replace(Text, ""), "");

    private static IEnumerable<Block> Read(string[] lines)
    {
        var notes = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i, line => line.EndsWith("-->", StringComparison.Ordinal));
                notes.Add(string.Join('\n', lines[i..(end + 1)])[4..^3].Trim());
                i = end;
            }
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", i + 1);
                yield return new Block(i + 2, lines[i][3..].Trim(), string.Join('\n', lines[(i + 1)..end]), [.. notes]);
                notes.Clear();
                i = end;
            }
            else if (lines[i].Length > 0)
            {
                notes.Clear();
            }
        }
    }

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}

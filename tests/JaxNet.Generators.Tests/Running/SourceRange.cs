namespace JaxNet.Generators.Tests.Running;

/// <summary>A place in a file; lines and columns count from 1, and the end is behind the last character.</summary>
internal sealed record SourceRange(string File, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The text there.</summary>
    public string TextIn(string source)
    {
        // A wrong place shows as itself.
        var lines = source.Split('\n');
        if (EndLine > lines.Length || StartColumn > lines[StartLine - 1].Length || EndColumn > lines[EndLine - 1].Length + 1)
            return ToString();

        if (StartLine == EndLine)
            return lines[StartLine - 1][(StartColumn - 1)..(EndColumn - 1)];

        var inner = lines[StartLine..(EndLine - 1)];
        return string.Join("\n", [lines[StartLine - 1][(StartColumn - 1)..], .. inner, lines[EndLine - 1][..(EndColumn - 1)]]);
    }
}

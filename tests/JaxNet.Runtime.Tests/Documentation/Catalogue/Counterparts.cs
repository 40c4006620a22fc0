namespace JaxNet.Runtime.Tests.Documentation.Catalogue;

/// <summary>counterparts.tsv: a section for each table of the page, and a line for each entry, with its name elsewhere.</summary>
internal sealed record Counterparts(string Title, IReadOnlyList<string> Systems, IReadOnlyList<(string Name, IReadOnlyList<string> Elsewhere)> Entries)
{
    public static IReadOnlyList<Counterparts> Read(TextReader text)
    {
        var sections = new List<Counterparts>();
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells[0].StartsWith("## ", StringComparison.Ordinal))
                sections.Add(new(cells[0][3..], cells[1..], new List<(string, IReadOnlyList<string>)>()));
            else
                ((List<(string, IReadOnlyList<string>)>)sections[^1].Entries).Add((cells[0], cells[1..]));
        }

        return sections;
    }
}

namespace JaxNet.Benchmarks.Reporting;

/// <summary>The page with the tables, one beside each competitor. What stands outside of the marks is written by hand, and stays.</summary>
internal static class Document
{
    public static void Write(string file, Report report)
    {
        var command = report.Competitor.Command;
        var (from, to) = ($"<!-- {command} writes from here on -->", $"<!-- {command} writes up to here -->");
        var page = File.Exists(file) ? File.ReadAllText(file) : $"# Benchmarks\n\n{from}\n{to}\n";
        var (begin, end) = (page.IndexOf(from, StringComparison.Ordinal), page.IndexOf(to, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{file} has not the two marks between which the table goes: '{from}' and '{to}'.");

        File.WriteAllText(file, $"{page[..(begin + from.Length)]}\n\n{report.ToMarkdown()}\n{page[end..]}");
    }
}

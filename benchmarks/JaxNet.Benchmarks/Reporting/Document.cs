namespace JaxNet.Benchmarks.Reporting;

/// <summary>The page with the table. What stands outside of the marks is written by hand, and stays.</summary>
internal static class Document
{
    private const string Begin = "<!-- ./jaxnet bench writes from here on -->";
    private const string End = "<!-- ./jaxnet bench writes up to here -->";

    public static void Write(string file, Report report)
    {
        var page = File.Exists(file) ? File.ReadAllText(file) : $"# Benchmarks\n\n{Begin}\n{End}\n";
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{file} has not the two marks between which the table goes: '{Begin}' and '{End}'.");

        File.WriteAllText(file, $"{page[..(begin + Begin.Length)]}\n\n{report.ToMarkdown()}\n{page[end..]}");
    }
}

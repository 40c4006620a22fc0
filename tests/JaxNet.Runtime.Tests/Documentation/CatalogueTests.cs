using JaxNet.Runtime.Tests.Documentation.Catalogue;

namespace JaxNet.Runtime.Tests.Documentation;

/// <summary>docs/catalogue.md is written from the code: what is new must be on it, and what it says must be so.</summary>
public class CatalogueTests
{
    [Fact]
    public void EverythingThatThereIsHasALine()
    {
        foreach (var section in Sections())
            Assert.Equal(CatalogueEntries.In(section.Title).Methods.Keys.Order(), section.Entries.Select(entry => entry.Name).Order());
    }

    [Fact]
    public void ThePageIsWhatTheCodeSays()
    {
        var written = CataloguePage.Write(Sections());
        using var page = Resource("catalogue.md");
        if (page.ReadToEnd().ReplaceLineEndings("\n") == written)
            return;

        var received = Path.Combine(AppContext.BaseDirectory, "catalogue.md");
        File.WriteAllText(received, written);
        Assert.Fail($"docs/catalogue.md is not what the code says any more; it would be {received}. Read it, and copy it there if it is right.");
    }

    private static IReadOnlyList<Counterparts> Sections()
    {
        using var table = Resource("counterparts.tsv");
        return Counterparts.Read(table);
    }

    private static StreamReader Resource(string name) => new(typeof(CatalogueTests).Assembly.GetManifestResourceStream(name)!);
}

using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Sources;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Tests.Datasets;

/// <summary>A source with given files, or none.</summary>
internal sealed class FakeSource(IReadOnlyDictionary<string, byte[]>? files, string name = "the fake") : IDatasetSource
{
    public string Name => name;

    public List<string> Asked { get; } = [];

    public string? Staging { get; private set; }

    public FetchedFiles Fetch(IReadOnlyList<PublishedFile> wanted, string staging, Screen screen, CancellationToken cancellation)
    {
        Asked.AddRange(wanted.Select(file => file.Name));
        Staging = staging;
        if (files is null) throw new SourceUnavailableException("it is switched off");
        foreach (var (file, content) in files) File.WriteAllBytes(Path.Combine(staging, file), content);
        return new FetchedFiles(staging);
    }
}

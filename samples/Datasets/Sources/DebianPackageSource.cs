using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A package of Debian's that has the dataset inside, downloaded and unpacked without installing it, so that nobody needs to be root.</summary>
/// <param name="package">The package.</param>
/// <param name="folder">The folder inside of it.</param>
public sealed class DebianPackageSource(string package, string folder) : IDatasetSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => $"the Debian package {package}";

    /// <inheritdoc/>
    public FetchedFiles Fetch(IReadOnlyList<PublishedFile> files, string staging, Screen screen, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux()) throw new SourceUnavailableException("this is no Debian");
        // What gzip leaves of these images; only the progress bar needs to know.
        var compressed = files.Sum(file => file.Length) * 0.56;
        using (var bar = screen.Start($"Downloading {Name}", compressed, announce: true))
        {
            var arriving = new DirectoryInfo(staging);
            ExternalCommand.Run("apt-get", ["download", package], staging, Patience, () => bar.Report(Math.Min(compressed, FolderSize.Of(arriving))), cancellation);
        }

        var archive = Directory.EnumerateFiles(staging, "*.deb").FirstOrDefault()
            ?? throw new SourceUnavailableException("apt-get has left no package");
        var unpacked = Path.Combine(staging, "unpacked");
        ExternalCommand.Run("dpkg-deb", ["-x", archive, unpacked], staging, Patience, () => { }, cancellation);
        return new FetchedFiles(Path.Combine(unpacked, folder));
    }
}

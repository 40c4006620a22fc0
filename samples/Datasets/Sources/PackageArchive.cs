using System.Formats.Tar;
using System.IO.Compression;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>A compressed archive from outside, of which only what is wanted is taken.</summary>
internal static class PackageArchive
{
    /// <summary>Takes the files that are wanted out of a folder of the archive.</summary>
    public static void Unpack(string archive, string folder, IReadOnlyList<PublishedFile> files, string target)
    {
        try
        {
            using var stream = File.OpenRead(archive);
            using var decompressed = new GZipStream(stream, CompressionMode.Decompress);
            using var reader = new TarReader(decompressed);
            while (reader.GetNextEntry() is { } entry)
            {
                // Only known names, of the known length: an archive has no say in what is written, and where.
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
                if (files.FirstOrDefault(file => entry.Name == $"{folder}/{file.Name}") is { } file && entry.Length == file.Length)
                    entry.ExtractToFile(Path.Combine(target, file.Name), overwrite: true);
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or EndOfStreamException)
        {
            throw new SourceUnavailableException($"the archive is damaged: {error.Message}");
        }
    }
}

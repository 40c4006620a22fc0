using System.IO.Compression;

namespace JaxNet.Samples.Datasets.Idx;

/// <summary>Idx files on disk, as they are or compressed with gzip.</summary>
public static class IdxFiles
{
    /// <summary>The path under which a folder has a file, plain or .gz; null if it has none.</summary>
    public static string? Find(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return path;
        return File.Exists(path + ".gz") ? path + ".gz" : null;
    }

    /// <summary>Reads a file; whatever is wrong with it becomes a <see cref="DatasetException"/>.</summary>
    public static IdxFile Read(string path, int dimensions)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, path, dimensions);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path}: the file cannot be read: {error.Message}");
        }
    }

    internal static IdxFile Read(Stream stream, string name, int dimensions)
    {
        if (!name.EndsWith(".gz", StringComparison.Ordinal)) return IdxReader.Read(stream, dimensions, name);
        try
        {
            using var decompressed = new GZipStream(stream, CompressionMode.Decompress);
            return IdxReader.Read(decompressed, dimensions, name);
        }
        catch (InvalidDataException error)
        {
            throw new DatasetException($"{name}: the file is damaged: gzip says: {error.Message}");
        }
    }
}

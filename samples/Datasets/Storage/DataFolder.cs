using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Datasets.Storage;

/// <summary>The folder that a dataset is read from, and kept in.</summary>
/// <param name="Path">Where it is; it need not exist yet.</param>
/// <param name="IsUsers">Whether the user has named it: then nothing in it is ever replaced.</param>
public sealed record DataFolder(string Path, bool IsUsers)
{
    /// <summary>The environment variable that moves the cache.</summary>
    public const string Variable = "JAXNET_DATA";

    /// <summary>The folder of a dataset: in the one that the user has named, else in the cache.</summary>
    public static DataFolder For(PublishedDataset dataset, string? named) =>
        For(dataset, named, Environment.GetEnvironmentVariable);

    internal static DataFolder For(PublishedDataset dataset, string? named, Func<string, string?> environment)
    {
        if (named is null) return new DataFolder(System.IO.Path.Combine(Cache(environment), dataset.Id), IsUsers: false);
        if (!Directory.Exists(named))
            throw new DatasetException($"{System.IO.Path.GetFullPath(named)}: there is no such folder; create it, or leave --data out to keep the data in {Cache(environment)}");

        // All datasets of MNIST's family have the same file names, so each has a folder of its own, unless the files lie there already.
        var own = System.IO.Path.Combine(named, dataset.Id);
        var hasFiles = dataset.Files.Any(file => IdxFiles.Find(named, file.Name) is not null);
        return new DataFolder(hasFiles && !Directory.Exists(own) ? named : own, IsUsers: true);
    }

    private static string Cache(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } chosen) return System.IO.Path.GetFullPath(chosen);
        if (OperatingSystem.IsWindows())
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "jaxnet");
        // The standard has it that a path which isn't absolute is to be ignored.
        if (environment("XDG_CACHE_HOME") is { } cache && System.IO.Path.IsPathRooted(cache)) return System.IO.Path.Combine(cache, "jaxnet");
        var home = environment("HOME") is { Length: > 0 } ours ? ours : System.IO.Path.GetTempPath();
        return System.IO.Path.Combine(home, ".cache", "jaxnet");
    }

    /// <summary>Writes a file so that it is there whole or not at all, whenever the program is interrupted.</summary>
    internal void Keep(PublishedFile file, IdxFile content)
    {
        Directory.CreateDirectory(Path);
        var target = System.IO.Path.Combine(Path, file.Name);
        var part = $"{target}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(part, content.Bytes);
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}

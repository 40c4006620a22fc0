namespace JaxNet;

/// <summary>
/// Replaces a file as a whole or not at all: what is written goes to a new file beside it, to the disk, and only then under
/// the old one's name, which file systems do in one step.
/// </summary>
internal static class AtomicFile
{
    /// <summary>How the names of unfinished files start; one is only left behind if the machine or the process dies.</summary>
    public const string UnfinishedPrefix = ".jaxnet-";

    private const int BufferBytes = 1 << 16;

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file; a link is followed.</param>
    /// <param name="write">Writes the contents.</param>
    /// <param name="create">Creates the unfinished file; tests have it fail.</param>
    public static void Write(string path, Action<Stream> write, Func<string, FileStream>? create = null)
    {
        var target = Target(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $"{UnfinishedPrefix}{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = (create ?? Create)(unfinished))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            KeepPermissions(target, unfinished);
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            Delete(unfinished);
            throw;
        }
    }

    private static string Target(string path) => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);

    private static void KeepPermissions(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }

    // What went wrong before is what the caller has to know, not that this went wrong too.
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>How many bytes lie in a folder into which another program is writing.</summary>
internal static class FolderSize
{
    public static long Of(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            // A file was moved while we looked. The next look will do.
            return 0;
        }
    }
}

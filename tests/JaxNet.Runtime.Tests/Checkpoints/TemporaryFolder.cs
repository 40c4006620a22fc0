namespace JaxNet.Runtime.Tests.Checkpoints;

/// <summary>A folder for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jaxnet-tests-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>The names of all that is in it, hidden files too.</summary>
    public string[] Names => [.. _folder.GetFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }).Select(entry => entry.Name).Order()];

    public void Dispose() => _folder.Delete(recursive: true);
}

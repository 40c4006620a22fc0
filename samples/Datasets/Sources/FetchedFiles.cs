namespace JaxNet.Samples.Datasets.Sources;

/// <summary>Where a source has put the files, plain or .gz.</summary>
/// <param name="Folder">The folder they are in.</param>
/// <param name="StayThere">Whether they will be there the next time, so that nobody needs to keep a copy.</param>
public sealed record FetchedFiles(string Folder, bool StayThere = false);

using JaxNet.Samples.Datasets.Idx;
using JaxNet.Samples.Datasets.Sources;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Datasets.Storage;

/// <summary>Reads a dataset from its folder; what isn't there it first gets from the dataset's sources.</summary>
public sealed class DatasetLoader(PublishedDataset dataset, DataFolder folder, Screen screen)
{
    private readonly Dictionary<PublishedFile, IdxFile> files = [];
    private readonly List<string> failures = [];
    private string? origin;

    /// <summary>Loads a dataset: all of it if any source can be reached, else the subset that comes with the program, and says so.</summary>
    /// <param name="dataset">Which one.</param>
    /// <param name="named">The folder that the user has named, if any.</param>
    /// <param name="screen">Where to show the progress.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImageDataset Load(PublishedDataset dataset, string? named, Screen screen, CancellationToken cancellation = default) =>
        new DatasetLoader(dataset, DataFolder.For(dataset, named), screen).Load(cancellation);

    /// <summary>Loads the dataset.</summary>
    public ImageDataset Load(CancellationToken cancellation = default)
    {
        foreach (var file in dataset.Files) ReadOwn(file);
        if (Missing.Count > 0) Fetch(cancellation);
        return Missing.Count == 0
            ? Assemble(isSubset: false, origin ?? folder.Path, file => files[file])
            : AssembleSubset();
    }

    private IReadOnlyList<PublishedFile> Missing => [.. dataset.Files.Where(file => !files.ContainsKey(file))];

    private void ReadOwn(PublishedFile file)
    {
        if (IdxFiles.Find(folder.Path, file.Name) is not { } path) return;
        if (folder.IsUsers) files[file] = ReadUsers(file, path);
        else if (TryRead(file, path, out var content, out var reason)) files[file] = content;
        else screen.Warning($"{path} is damaged, and will be fetched anew: {reason}");
    }

    // Somebody's own folder may hold somebody's own images, in the same format: these are taken as they are.
    private IdxFile ReadUsers(PublishedFile file, string path)
    {
        var content = IdxFiles.Read(path, file.Dimensions);
        if (PublishedDatasets.OwnerOf(content) is { } owner && owner.Id != dataset.Id)
            throw new DatasetException($"{path}: this file is {owner.Title}'s, not {dataset.Title}'s; the two have the same file names, but need a folder each");
        if (!file.Is(content)) screen.Warning($"{path} is not {dataset.Title}'s published file (its checksum differs); it is used as it is.");
        return content;
    }

    private static bool TryRead(PublishedFile file, string path, out IdxFile content, out string reason)
    {
        (content, reason) = (null!, "");
        try
        {
            content = IdxFiles.Read(path, file.Dimensions);
        }
        catch (DatasetException error)
        {
            reason = error.Message;
            return false;
        }

        if (file.Is(content)) return true;
        reason = $"its SHA-256 is {PublishedFile.Checksum(content)} instead of {file.Sha256}";
        return false;
    }

    private void Fetch(CancellationToken cancellation)
    {
        foreach (var source in dataset.Sources)
        {
            cancellation.ThrowIfCancellationRequested();
            var staging = Directory.CreateTempSubdirectory("jaxnet-");
            try
            {
                Accept(source, source.Fetch(Missing, staging.FullName, screen, cancellation));
            }
            catch (SourceUnavailableException error)
            {
                failures.Add($"{source.Name}: {error.Message}");
            }
            finally
            {
                staging.Delete(recursive: true);
            }

            if (Missing.Count == 0) return;
        }
    }

    private void Accept(IDatasetSource source, FetchedFiles fetched)
    {
        foreach (var file in Missing)
        {
            if (IdxFiles.Find(fetched.Folder, file.Name) is not { } path)
            {
                failures.Add($"{source.Name}: {file.Name} is not there");
            }
            else if (!TryRead(file, path, out var content, out var reason))
            {
                failures.Add($"{source.Name}: {file.Name} is not the published file: {reason}");
            }
            else
            {
                files[file] = content;
                origin = source.Name;
                if (!fetched.StayThere) Keep(file, content);
            }
        }
    }

    private void Keep(PublishedFile file, IdxFile content)
    {
        try
        {
            folder.Keep(file, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            screen.Warning($"{file.Name} can't be kept for the next time: {error.Message}");
        }
    }

    private ImageDataset AssembleSubset()
    {
        screen.Warning($"{dataset.Title} can't be had here, so a small part of it serves that comes with the program. What was tried:");
        foreach (var failure in failures) screen.Warning($"  {failure}");
        var subset = Assemble(isSubset: true, "the program itself", file => Subset.Read(dataset, file));
        screen.Warning($"Training with {subset.Train.Count:N0} images instead of 60,000: expect less of the result. To use all, put the four files into {folder.Path}.");
        return subset;
    }

    private ImageDataset Assemble(bool isSubset, string origin, Func<PublishedFile, IdxFile> read) => new(
        dataset.Title,
        dataset.ClassNames,
        Pair(dataset.TrainImages, dataset.TrainLabels, read),
        Pair(dataset.TestImages, dataset.TestLabels, read),
        isSubset,
        origin);

    private LabeledImages Pair(PublishedFile images, PublishedFile labels, Func<PublishedFile, IdxFile> read) =>
        LabeledImages.From(read(images), images.Name, read(labels), labels.Name, dataset.ClassNames.Count);
}

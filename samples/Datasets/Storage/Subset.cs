using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Datasets.Storage;

/// <summary>The small real part of a dataset that comes with the program: see Subsets/README.md.</summary>
internal static class Subset
{
    public static IdxFile Read(PublishedDataset dataset, PublishedFile file)
    {
        var name = $"{dataset.Id}/{file.Name}.gz";
        using var stream = typeof(Subset).Assembly.GetManifestResourceStream(name)
            ?? throw new DatasetException($"the program has no subset of {dataset.Title} with it");
        return IdxFiles.Read(stream, name, file.Dimensions);
    }
}

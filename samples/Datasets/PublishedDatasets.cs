using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Datasets;

/// <summary>The datasets that are known here.</summary>
public static class PublishedDatasets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublishedDataset> All { get; } = [Mnist.Dataset, FashionMnist.Dataset];

    internal static PublishedDataset? OwnerOf(IdxFile content)
    {
        var checksum = PublishedFile.Checksum(content);
        return All.FirstOrDefault(dataset => dataset.Files.Any(file => file.Sha256 == checksum));
    }
}

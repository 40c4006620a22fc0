using JaxNet.Samples.Datasets.Sources;

namespace JaxNet.Samples.Datasets;

/// <summary>A dataset as the world knows it: its four files, and the places where they can be had.</summary>
/// <param name="Id">Its short name, also that of its folder.</param>
/// <param name="Title">Its name, for people.</param>
/// <param name="ClassNames">What its classes are called.</param>
/// <param name="TrainImages">60,000 images.</param>
/// <param name="TrainLabels">Their classes.</param>
/// <param name="TestImages">10,000 images.</param>
/// <param name="TestLabels">Their classes.</param>
/// <param name="Sources">Where to get the files, in the order in which to try.</param>
public sealed record PublishedDataset(
    string Id,
    string Title,
    IReadOnlyList<string> ClassNames,
    PublishedFile TrainImages,
    PublishedFile TrainLabels,
    PublishedFile TestImages,
    PublishedFile TestLabels,
    IReadOnlyList<IDatasetSource> Sources)
{
    /// <summary>All four files.</summary>
    public IReadOnlyList<PublishedFile> Files => [TrainImages, TrainLabels, TestImages, TestLabels];
}

using System.Security.Cryptography;
using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Sources;

namespace JaxNet.Samples.Tests.Datasets;

/// <summary>A dataset of a few tiny images, under MNIST's names, so that MNIST's subset stands in for it.</summary>
internal static class Toy
{
    public static readonly byte[] TrainImages = Idx.Images(3, 2, 2);
    public static readonly byte[] TrainLabels = Idx.Labels(0, 1, 1);
    public static readonly byte[] TestImages = Idx.Images(2, 2, 2);
    public static readonly byte[] TestLabels = Idx.Labels(1, 0);

    public static PublishedDataset Dataset(params IDatasetSource[] sources) => new(
        "mnist", "Toy", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        File("train-images-idx3-ubyte", 3, TrainImages), File("train-labels-idx1-ubyte", 1, TrainLabels),
        File("t10k-images-idx3-ubyte", 3, TestImages), File("t10k-labels-idx1-ubyte", 1, TestLabels),
        sources);

    public static Dictionary<string, byte[]> Contents { get; } = new()
    {
        ["train-images-idx3-ubyte"] = TrainImages,
        ["train-labels-idx1-ubyte"] = TrainLabels,
        ["t10k-images-idx3-ubyte"] = TestImages,
        ["t10k-labels-idx1-ubyte"] = TestLabels,
    };

    private static PublishedFile File(string name, int dimensions, byte[] content) =>
        new(name, dimensions, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}

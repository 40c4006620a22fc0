using JaxNet.Samples.Datasets;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The training itself.</summary>
public static class Training
{
    /// <summary>Trains the network that the options name.</summary>
    public static IReadOnlyList<int> Run(TrainingOptions options, ImageDataset data, TrainingLog log) =>
        throw new NotSupportedException("The network comes with JaxNet's generator.");
}

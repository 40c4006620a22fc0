using JaxNet.Samples.Datasets;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>What came of a training.</summary>
/// <param name="Options">How it was started.</param>
/// <param name="Data">What it learned from.</param>
/// <param name="Epochs">How it went.</param>
/// <param name="Predictions">The class that the network sees in each of the test images.</param>
public sealed record TrainingReport(
    TrainingOptions Options, ImageDataset Data, IReadOnlyList<EpochResult> Epochs, IReadOnlyList<int> Predictions)
{
    /// <summary>The test images that are told wrong.</summary>
    public IReadOnlyList<int> Mistakes { get; } =
        [.. Enumerable.Range(0, Predictions.Count).Where(i => Predictions[i] != Data.Test.Labels[i])];

    /// <summary>The share of the test images that are told right.</summary>
    public double TestAccuracy => 1 - (double)Mistakes.Count / Predictions.Count;
}

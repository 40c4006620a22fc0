namespace JaxNet.Samples.MnistClassifier;

/// <summary>How an epoch went.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="StepLosses">The loss of each step.</param>
/// <param name="TrainAccuracy">The share of training images that are told right after it, from 0 to 1.</param>
/// <param name="TestAccuracy">The share of test images that are told right after it, from 0 to 1.</param>
public sealed record EpochResult(
    int Epoch, IReadOnlyList<float> StepLosses, double TrainAccuracy, double TestAccuracy)
{
    /// <summary>The mean loss of its steps.</summary>
    public double Loss => StepLosses.Count == 0 ? double.NaN : StepLosses.Average(loss => (double)loss);
}

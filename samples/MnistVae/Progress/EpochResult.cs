namespace JaxNet.Samples.MnistVae;

/// <summary>How an epoch went.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="StepLosses">The negative elbo of each step, in nats.</param>
/// <param name="TestElbo">The elbo of the test images after it, in nats.</param>
public sealed record EpochResult(int Epoch, IReadOnlyList<float> StepLosses, double TestElbo)
{
    /// <summary>The mean elbo of its steps, in nats.</summary>
    public double TrainElbo => StepLosses.Count == 0 ? double.NaN : -StepLosses.Average(loss => (double)loss);
}

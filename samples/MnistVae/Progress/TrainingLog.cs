using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.MnistVae;

/// <summary>Shows how a training goes, and remembers it.</summary>
/// <inheritdoc cref="EpochLog{TResult}"/>
public sealed class TrainingLog(Screen screen, int epochs, SummaryWriter? events = null, CancellationToken cancellation = default)
    : EpochLog<EpochResult>(screen, epochs, Metrics, events, cancellation)
{
    private static readonly Metric<EpochResult>[] Metrics =
    [
        new("train elbo", "elbo/train", result => result.TrainElbo, "0.00", 12),
        new("test elbo", "elbo/test", result => result.TestElbo, "0.00", 11, IsMain: true),
    ];

    /// <summary>Notes that an epoch is over, and the elbo of the test images now, in nats.</summary>
    public void End(EpochProgress epoch, double testElbo) => End(epoch, new EpochResult(epoch.Epoch, epoch.StepLosses, testElbo));
}

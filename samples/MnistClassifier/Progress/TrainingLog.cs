using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>Shows how a training goes, and remembers it.</summary>
/// <inheritdoc cref="EpochLog{TResult}"/>
public sealed class TrainingLog(Screen screen, int epochs, SummaryWriter? events = null, CancellationToken cancellation = default)
    : EpochLog<EpochResult>(screen, epochs, Metrics, events, cancellation)
{
    private static readonly Metric<EpochResult>[] Metrics =
    [
        new("loss", "loss/epoch", result => result.Loss, "0.0000", 9),
        new("train", "accuracy/train", result => result.TrainAccuracy, "0.00%", 8),
        new("test", "accuracy/test", result => result.TestAccuracy, "0.00%", 8, IsMain: true),
    ];

    /// <summary>Notes that an epoch is over, and how well the network does now.</summary>
    public void End(EpochProgress epoch, double trainAccuracy, double testAccuracy) =>
        End(epoch, new EpochResult(epoch.Epoch, epoch.StepLosses, trainAccuracy, testAccuracy));
}

using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.Ocr;

/// <summary>Shows how a training goes, and remembers it.</summary>
/// <inheritdoc cref="EpochLog{TResult}"/>
public sealed class TrainingLog(Screen screen, int epochs, SummaryWriter? events = null, CancellationToken cancellation = default)
    : EpochLog<EpochResult>(screen, epochs, Metrics, events, cancellation)
{
    private static readonly Metric<EpochResult>[] Metrics =
    [
        new("loss", "loss/epoch", result => result.Loss, "0.0000", 9),
        new("recurrent", "error/recurrent", result => result.RecurrentError, "0.00%", 12, IsMain: true),
        new("by itself", "error/independent", result => result.IndependentError, "0.00%", 11),
    ];

    /// <inheritdoc/>
    protected override string Head => "                  test error\n";

    /// <summary>Notes that an epoch is over, and how well the networks read now.</summary>
    public void End(EpochProgress epoch, double recurrentError, double independentError) =>
        End(epoch, new EpochResult(epoch.Epoch, epoch.StepLosses.Average(), recurrentError, independentError));
}

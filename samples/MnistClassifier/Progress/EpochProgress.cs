using System.Diagnostics;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>An epoch while it lasts.</summary>
public sealed class EpochProgress : IDisposable
{
    // One batch's loss says little: what is shown is a mean over about the last twenty.
    private const double Inertia = 0.95;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<float> losses = [];
    private readonly TrainingLog log;
    private readonly int epoch;
    private readonly IBar bar;
    private readonly CancellationToken cancellation;
    private double running;

    internal EpochProgress(TrainingLog log, int epoch, IBar bar, CancellationToken cancellation) =>
        (this.log, this.epoch, this.bar, this.cancellation) = (log, epoch, bar, cancellation);

    /// <summary>Notes that a step is done.</summary>
    public void Step(float loss)
    {
        cancellation.ThrowIfCancellationRequested();
        running = losses.Count == 0 ? loss : Inertia * running + (1 - Inertia) * loss;
        losses.Add(loss);
        bar.Report(losses.Count, FormattableString.Invariant($"loss {running:0.0000}"));
    }

    /// <summary>Notes that the epoch is over, and how well the network does now.</summary>
    public void End(double trainAccuracy, double testAccuracy)
    {
        bar.Dispose();
        log.Add(new EpochResult(epoch, losses, trainAccuracy, testAccuracy, watch.Elapsed, Environment.WorkingSet));
    }

    /// <summary>Takes the bar away, also where the epoch did not come to its end.</summary>
    public void Dispose() => bar.Dispose();
}

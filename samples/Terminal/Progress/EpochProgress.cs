using System.Diagnostics;

namespace JaxNet.Samples.Terminal.Progress;

/// <summary>An epoch of a training, while it lasts: a bar with the running loss.</summary>
public sealed class EpochProgress : IDisposable
{
    // One batch's loss says little: what is shown is a mean over about the last twenty.
    private const double Inertia = 0.95;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<float> losses = [];
    private readonly IBar bar;
    private readonly SummaryWriter? events;
    private readonly long stepsBefore;
    private readonly CancellationToken cancellation;
    private double running;

    /// <summary>Begins to show an epoch.</summary>
    /// <param name="screen">Where to show it.</param>
    /// <param name="epoch">Which one, from 1.</param>
    /// <param name="epochs">How many there will be.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="events">Where to write the loss of each step down; null for nowhere.</param>
    /// <param name="cancellation">Ends the training at its next step.</param>
    public EpochProgress(Screen screen, int epoch, int epochs, int steps, SummaryWriter? events, CancellationToken cancellation)
    {
        (Epoch, stepsBefore, this.events, this.cancellation) = (epoch, (epoch - 1L) * steps, events, cancellation);
        bar = screen.Start($"epoch {epoch}/{epochs}", steps);
    }

    /// <summary>Which one it is, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The loss of each step so far.</summary>
    public IReadOnlyList<float> StepLosses => losses;

    /// <summary>How many steps there have been since the training began.</summary>
    public long GlobalStep => stepsBefore + losses.Count;

    /// <summary>How long it has lasted.</summary>
    public TimeSpan Duration => watch.Elapsed;

    /// <summary>Notes that a step is done.</summary>
    public void Step(float loss)
    {
        cancellation.ThrowIfCancellationRequested();
        running = losses.Count == 0 ? loss : Inertia * running + (1 - Inertia) * loss;
        losses.Add(loss);
        events?.Scalar("loss/step", loss, GlobalStep);
        bar.Report(losses.Count, FormattableString.Invariant($"loss {running:0.0000}"));
    }

    /// <summary>Takes the bar away, also where the epoch did not come to its end.</summary>
    public void Dispose() => bar.Dispose();
}

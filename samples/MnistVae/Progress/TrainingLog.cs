using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.MnistVae;

/// <summary>Shows how a training goes, and remembers it.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="epochs">How many epochs there will be.</param>
/// <param name="cancellation">Ends the training at its next step.</param>
public sealed class TrainingLog(Screen screen, int epochs, CancellationToken cancellation = default)
{
    private readonly List<EpochResult> results = [];

    /// <summary>The epochs that are over.</summary>
    public IReadOnlyList<EpochResult> Epochs => results;

    /// <summary>Begins an epoch of so many steps.</summary>
    public EpochProgress Begin(int steps)
    {
        if (results.Count == 0) screen.Line("[bold]epoch  train elbo  test elbo     time   memory[/]");
        return new EpochProgress(screen, results.Count + 1, epochs, steps, cancellation);
    }

    /// <summary>Notes that an epoch is over, and the elbo of the test images now, in nats.</summary>
    public void End(EpochProgress epoch, double testElbo)
    {
        epoch.Dispose();
        var result = new EpochResult(epoch.Epoch, epoch.StepLosses, testElbo);
        results.Add(result);
        screen.Line(FormattableString.Invariant(
            $"{result.Epoch,5}  {result.TrainElbo,10:0.00}  [bold]{result.TestElbo,9:0.00}[/] {epoch.Duration.TotalSeconds,7:0.0}s {Environment.WorkingSet / 1e6,5:0} MB"));
    }
}

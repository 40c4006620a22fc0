using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.MnistClassifier;

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
        if (results.Count == 0) screen.Line("[bold]epoch     loss   train    test     time   memory[/]");
        return new EpochProgress(screen, results.Count + 1, epochs, steps, cancellation);
    }

    /// <summary>Notes that an epoch is over, and how well the network does now.</summary>
    public void End(EpochProgress epoch, double trainAccuracy, double testAccuracy)
    {
        epoch.Dispose();
        var result = new EpochResult(epoch.Epoch, epoch.StepLosses, trainAccuracy, testAccuracy, epoch.Duration, Environment.WorkingSet);
        results.Add(result);
        screen.Line(FormattableString.Invariant(
            $"{result.Epoch,5}  {result.Loss,7:0.0000}  {result.TrainAccuracy,6:0.00%} [bold]{result.TestAccuracy,7:0.00%}[/] {result.Duration.TotalSeconds,7:0.0}s {result.ResidentBytes / 1e6,5:0} MB"));
    }
}

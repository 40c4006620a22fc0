using JaxNet.Samples.Terminal;
using JaxNet.Samples.Terminal.Progress;

namespace JaxNet.Samples.Ocr;

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
        if (results.Count == 0)
        {
            screen.Line("                  test error");
            screen.Line("[bold]epoch     loss   recurrent  by itself     time   memory[/]");
        }

        return new EpochProgress(screen, results.Count + 1, epochs, steps, cancellation);
    }

    /// <summary>Notes that an epoch is over, and how well the networks read now.</summary>
    public void End(EpochProgress epoch, double recurrentError, double independentError)
    {
        epoch.Dispose();
        results.Add(new EpochResult(epoch.Epoch, recurrentError, independentError));
        screen.Line(FormattableString.Invariant(
            $"{epoch.Epoch,5}  {epoch.StepLosses.Average(),7:0.0000}  [bold]{recurrentError,10:0.00%}[/] {independentError,10:0.00%} {epoch.Duration.TotalSeconds,7:0.0}s {Environment.WorkingSet / 1e6,5:0} MB"));
    }
}

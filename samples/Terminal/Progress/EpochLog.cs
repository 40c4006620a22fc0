using System.Globalization;

namespace JaxNet.Samples.Terminal.Progress;

/// <summary>Shows how a training goes, as a table with a line for each epoch, remembers it, and writes it down for TensorBoard.</summary>
/// <typeparam name="TResult">How an epoch went.</typeparam>
/// <param name="screen">Where to show it.</param>
/// <param name="epochs">How many epochs there will be.</param>
/// <param name="metrics">The columns between the epoch's number and the time.</param>
/// <param name="events">Where to write the numbers down; null for nowhere.</param>
/// <param name="cancellation">Ends the training at its next step.</param>
public abstract class EpochLog<TResult>(
    Screen screen, int epochs, IReadOnlyList<Metric<TResult>> metrics, SummaryWriter? events, CancellationToken cancellation)
{
    private readonly List<TResult> results = [];

    /// <summary>The epochs that are over.</summary>
    public IReadOnlyList<TResult> Epochs => results;

    /// <summary>Begins an epoch of so many steps.</summary>
    public EpochProgress Begin(int steps)
    {
        if (results.Count == 0) screen.Line($"{Head}[bold]epoch{string.Concat(metrics.Select(metric => metric.Title.PadLeft(metric.Width)))}     time   memory[/]");
        return new EpochProgress(screen, results.Count + 1, epochs, steps, events, cancellation);
    }

    /// <summary>What stands above the table.</summary>
    protected virtual string Head => "";

    /// <summary>Notes that an epoch is over, and how it went.</summary>
    protected void End(EpochProgress epoch, TResult result)
    {
        epoch.Dispose();
        results.Add(result);
        foreach (var metric in metrics) events?.Scalar(metric.Tag, metric.Value(result), epoch.GlobalStep);
        screen.Line(FormattableString.Invariant(
            $"{epoch.Epoch,5}{string.Concat(metrics.Select(metric => Cell(metric, result)))} {epoch.Duration.TotalSeconds,7:0.0}s {Environment.WorkingSet / 1e6,5:0} MB"));
    }

    private static string Cell(Metric<TResult> metric, TResult result)
    {
        var cell = metric.Value(result).ToString(metric.Format, CultureInfo.InvariantCulture).PadLeft(metric.Width);
        return metric.IsMain ? $"[bold]{cell}[/]" : cell;
    }
}

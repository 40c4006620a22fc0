using Spectre.Console;

namespace JaxNet.Samples.Terminal.Progress;

/// <summary>A progress bar that moves, and is gone from the terminal when the work is done.</summary>
/// <remarks>
/// Spectre draws while a callback runs. Here the callback only waits for <see cref="Dispose"/>, so that
/// the code whose progress is shown can be a plain loop.
/// </remarks>
internal sealed class LiveBar : IBar
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string label;
    private readonly ProgressTask task;
    private readonly Task drawing;

    public LiveBar(IAnsiConsole console, string label, double total)
    {
        this.label = label;
        ProgressTask? added = null;
        drawing = console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 32 }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                added = context.AddTask(Markup.Escape(label), maxValue: total);
                await ended.Task;
            });

        // Null only where Spectre could not start, and then the exception says why.
        if (added is null) drawing.GetAwaiter().GetResult();
        task = added!;
    }

    public void Report(double done, string detail = "")
    {
        task.Value = done;
        if (detail.Length > 0) task.Description = Markup.Escape($"{label}  {detail}");
    }

    public void Dispose()
    {
        ended.TrySetResult();
        drawing.GetAwaiter().GetResult();
    }
}

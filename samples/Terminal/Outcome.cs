using System.Diagnostics;

namespace JaxNet.Samples.Terminal;

/// <summary>What every sample says at its end.</summary>
public static class Outcome
{
    /// <summary>Says how much memory it took, what came of it, and where the picture is.</summary>
    /// <param name="screen">Where to say it.</param>
    /// <param name="picture">The picture that was written.</param>
    /// <param name="log">The folder with the metrics for TensorBoard, if they were written.</param>
    /// <param name="sentence">What came of it, if that takes a sentence.</param>
    public static void Tell(Screen screen, string picture, string? log, string? sentence = null)
    {
        screen.Line($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        if (sentence is not null) screen.Line(sentence);
        if (log is not null) screen.Line($"The metrics are in {Screen.Quote(Path.GetFullPath(log))}: tensorboard --logdir {Screen.Quote(log)}");
        screen.Line($"The picture is in [bold]{Screen.Quote(Path.GetFullPath(picture))}[/]");
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace JaxNet.Samples.Datasets.Sources;

/// <summary>Runs a program of the system's, without a window, a shell or questions.</summary>
internal static class ExternalCommand
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="name">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="onTick">Called again and again while it runs.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="SourceUnavailableException">There is no such program, or it failed.</exception>
    public static void Run(
        string name, IEnumerable<string> arguments, string folder, TimeSpan patience, Action onTick, CancellationToken cancellation)
    {
        using var process = Start(name, arguments, folder);
        process.StandardInput.Close();
        // Both are read all the time: a program whose output nobody reads stops as soon as the pipe is full.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            for (var begun = Stopwatch.StartNew(); !process.WaitForExit(Tick); onTick())
            {
                cancellation.ThrowIfCancellationRequested();
                if (begun.Elapsed > patience) throw new SourceUnavailableException($"{name} did not finish in {patience.TotalMinutes:0} minutes");
            }
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        if (process.ExitCode == 0) return;
        // Ctrl+C ends the other program too, and often before we hear of it: that is no failure.
        cancellation.WaitHandle.WaitOne(SignalDelay);
        cancellation.ThrowIfCancellationRequested();
        throw new SourceUnavailableException($"{name} failed: {Reason(errors.Result, output.Result)}");
    }

    private static Process Start(string name, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new SourceUnavailableException($"{name} is not installed");
        }
    }

    // Programs say the most important thing first, as an error, and then chat about it.
    private static string Reason(string errors, string output)
    {
        var lines = (errors + "\n" + output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.StartsWith("E:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault()
            ?? "it did not say why";
    }
}

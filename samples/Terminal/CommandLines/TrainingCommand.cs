using System.CommandLine;
using System.CommandLine.Invocation;
using static TorchSharp.torch;

namespace JaxNet.Samples.Terminal.CommandLines;

/// <summary>The command line of a program that trains a network and draws a picture: the options that all of these have.</summary>
public sealed class TrainingCommand
{
    private readonly RootCommand root;

    /// <summary>A program.</summary>
    /// <param name="description">What it does.</param>
    /// <param name="examples">What it learns from: images, or sequences.</param>
    /// <param name="own">The options that it alone has.</param>
    /// <param name="epochs">How many epochs it trains if not told.</param>
    /// <param name="batchSize">How many examples make a step if not told.</param>
    /// <param name="picture">What its picture is called if not told; for the help.</param>
    public TrainingCommand(string description, string examples, IEnumerable<Option> own, int epochs, int batchSize, string picture)
    {
        Epochs = Number.Of("--epochs", $"How often the network sees all training {examples}.", 1, 10_000, "a whole number from 1 to 10000", () => epochs);
        BatchSize = Number.Of("--batch-size", $"How many {examples} make a step.", 1, 60_000, "a whole number from 1 to 60000", () => batchSize);
        Seed = Number.Of("--seed", $"Decides about initial weights and the order of {examples}: the same seed gives the same run.", 0, int.MaxValue, $"a whole number from 0 to {int.MaxValue}", () => 0);
        Output = new("--output") { HelpName = "file.png", Description = $"The picture to write. [default: {picture}]" };
        Output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && CheckOutput(path) is { } problem) result.AddError(problem);
        });
        root = new RootCommand(description);
        foreach (var option in (Option[])[.. own, Epochs, BatchSize, Seed, Device, Data, Output, Log]) root.Add(option);
    }

    /// <summary>How often the network sees all training examples.</summary>
    public Option<int> Epochs { get; }

    /// <summary>How many examples make a step.</summary>
    public Option<int> BatchSize { get; }

    /// <summary>What random numbers come from.</summary>
    public Option<int> Seed { get; }

    /// <summary>Where the network computes.</summary>
    public Option<Device> Device { get; } = DeviceOption.Create();

    /// <summary>Where the user has the data; null for the cache.</summary>
    public Option<string?> Data { get; } = new("--data") { HelpName = "folder", Description = "A folder that has the data, or shall get it. [default: the cache; the variable JAXNET_DATA moves that]" };

    /// <summary>The picture to write; null for the usual name.</summary>
    public Option<string?> Output { get; }

    /// <summary>Where to write the metrics for TensorBoard; null for nowhere.</summary>
    public Option<string?> Log { get; } = new("--log") { HelpName = "folder", Description = "Write loss and metrics there, for TensorBoard: a folder for each run, such as runs/1. [default: nowhere]" };

    /// <summary>Reads the arguments; <see cref="ParseResult.Errors"/> says what is wrong with them.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments)
    {
        var parsed = root.Parse(arguments);
        // All of the help after each mistake would push the mistake off the screen.
        if (parsed.Action is ParseErrorAction action) action.ShowHelp = false;
        return parsed;
    }

    /// <summary>Runs the program, or says what is wrong with the arguments; the result is the exit code.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="run">The program.</param>
    public Task<int> InvokeAsync(IReadOnlyList<string> arguments, Func<ParseResult, CancellationToken, int> run)
    {
        // On a thread of its own, so that Ctrl+C finds somebody who listens.
        root.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), CancellationToken.None));
        // Without a time limit, Ctrl+C would end the process at once, and leave the terminal without its cursor.
        return Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
    }

    // Better now than after five epochs.
    private static string? CheckOutput(string path)
    {
        if (!path.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) return $"--output can't be '{path}'. The picture is a PNG, so its name ends in .png.";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : $"--output can't be '{path}': there is no folder {folder}.";
    }
}

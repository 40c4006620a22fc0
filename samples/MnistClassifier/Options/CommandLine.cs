using System.CommandLine;
using System.CommandLine.Invocation;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The options of the program, with their defaults and bounds.</summary>
public sealed class CommandLine
{
    private readonly Choice<ModelKind> model = new("--model", "The network: JAXnet's own 784-1024-1024-10, or a small convolutional one.", ModelKind.Dense);
    private readonly Choice<DatasetKind> dataset = new("--dataset", "The images: handwritten digits, or pieces of clothing.", DatasetKind.Mnist);
    private readonly Option<int> epochs = Number.Of("--epochs", "How often the network sees all training images.", 1, 10_000, "a whole number from 1 to 10000", () => 5);
    private readonly Choice<OptimizerKind> optimizer = new("--optimizer", "How the network learns.", OptimizerKind.Adam);
    private readonly Option<double> learningRate = Number.Of<double>("--learning-rate", $"How fast it learns at first; the rate falls to zero along half a cosine. [default: {DefaultRates}]", double.Epsilon, 1e6, "a number above 0, such as 0.001", null);
    private readonly Option<int> batchSize = Number.Of("--batch-size", "How many images make a step.", 1, 60_000, "a whole number from 1 to 60000", () => 128);
    private readonly Option<int> seed = Number.Of("--seed", "Decides about initial weights and the order of images: the same seed gives the same run.", 0, int.MaxValue, "a whole number, 0 or above", () => 0);
    private readonly Option<string?> data = new("--data") { HelpName = "folder", Description = "A folder that has the data, or shall get it. [default: the cache; the variable JAXNET_DATA moves that]" };
    private readonly Option<string?> output = new("--output") { HelpName = "file.png", Description = "The picture to write. [default: mnist-dense.png, and so on]" };

    private readonly RootCommand root = new("Trains a network that is written as [Parametrized] methods to tell images apart, and draws what it has learned.");

    /// <summary>The program.</summary>
    /// <param name="run">What to do, once it is clear with which options; the result is the exit code.</param>
    public CommandLine(Func<TrainingOptions, CancellationToken, int> run)
    {
        foreach (var option in new Option[] { model.Option, dataset.Option, epochs, optimizer.Option, learningRate, batchSize, seed, data, output }) root.Add(option);
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && CheckOutput(path) is { } problem) result.AddError(problem);
        });
        // On a thread of its own, so that Ctrl+C finds somebody who listens.
        root.SetAction((parsed, cancellation) => Task.Run(() => run(Read(parsed), cancellation), CancellationToken.None));
    }

    /// <summary>Reads the arguments; <see cref="ParseResult.Errors"/> says what is wrong with them.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments)
    {
        var parsed = root.Parse(arguments);
        // All of the help after each mistake would push the mistake off the screen.
        if (parsed.Action is ParseErrorAction action) action.ShowHelp = false;
        return parsed;
    }

    /// <summary>Runs the program, or says what is wrong with the arguments; the result is the exit code.</summary>
    public Task<int> InvokeAsync(IReadOnlyList<string> arguments) =>
        // Without a time limit, Ctrl+C would end the process at once, and leave the terminal without its cursor.
        Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });

    /// <summary>The options that arguments without errors stand for.</summary>
    public TrainingOptions Read(ParseResult parsed)
    {
        var kind = optimizer.Read(parsed);
        var (network, images) = (model.Read(parsed), dataset.Read(parsed));
        var rate = parsed.GetResult(learningRate) is null ? TrainingOptions.DefaultLearningRate(network, kind) : parsed.GetValue(learningRate);
        return new TrainingOptions(
            network,
            images,
            parsed.GetValue(epochs),
            kind,
            rate,
            parsed.GetValue(batchSize),
            parsed.GetValue(seed),
            parsed.GetValue(data),
            parsed.GetValue(output) ?? $"{images}-{network}.png".ToLowerInvariant());
    }

    // Better now than after five epochs.
    private static string? CheckOutput(string path)
    {
        if (!path.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) return $"--output can't be '{path}'. The picture is a PNG, so its name ends in .png.";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : $"--output can't be '{path}': there is no folder {folder}.";
    }

    private static string DefaultRates => string.Join(", ", Enum.GetValues<OptimizerKind>().Select(kind =>
    {
        var (dense, conv) = (TrainingOptions.DefaultLearningRate(ModelKind.Dense, kind), TrainingOptions.DefaultLearningRate(ModelKind.Conv, kind));
        var rates = dense == conv ? FormattableString.Invariant($"{dense}") : FormattableString.Invariant($"{dense} (conv: {conv})");
        return $"{rates} for {kind.ToString().ToLowerInvariant()}";
    }));
}

using System.CommandLine;
using JaxNet.Samples.Terminal.CommandLines;

namespace JaxNet.Samples.MnistVae;

/// <summary>The options of the program, with their defaults and bounds.</summary>
public sealed class CommandLine
{
    private const string Picture = "mnist-vae.png";

    private readonly Option<double> learningRate = Number.Of("--learning-rate", "How fast it learns.", double.Epsilon, 1e6, "a number above 0, such as 0.001", () => 0.001);
    private readonly TrainingCommand command;

    /// <summary>The options.</summary>
    public CommandLine() => command = new(
        "Trains a variational autoencoder on MNIST, and draws digits that nobody has written.", "images", [learningRate], epochs: 10, batchSize: 128, Picture);

    /// <inheritdoc cref="TrainingCommand.Parse"/>
    public ParseResult Parse(IReadOnlyList<string> arguments) => command.Parse(arguments);

    /// <summary>Runs the program, or says what is wrong with the arguments; the result is the exit code.</summary>
    public Task<int> InvokeAsync(IReadOnlyList<string> arguments, Func<Options, CancellationToken, int> run) =>
        command.InvokeAsync(arguments, (parsed, cancellation) => run(Read(parsed), cancellation));

    /// <summary>The options that arguments without errors stand for.</summary>
    public Options Read(ParseResult parsed) => new(
        parsed.GetValue(command.Epochs),
        parsed.GetValue(learningRate),
        parsed.GetValue(command.BatchSize),
        parsed.GetValue(command.Seed),
        parsed.GetValue(command.Device)!,
        parsed.GetValue(command.Data),
        parsed.GetValue(command.Output) ?? Picture,
        parsed.GetValue(command.Log));
}

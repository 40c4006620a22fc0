using System.CommandLine;
using JaxNet.Samples.Terminal.CommandLines;

namespace JaxNet.Samples.Ocr;

/// <summary>The options of the program, with their defaults and bounds.</summary>
public sealed class CommandLine
{
    private const string Picture = "ocr.png";

    private readonly Option<double> learningRate = Number.Of("--learning-rate", "How fast the networks learn at first; the rate falls to zero along half a cosine.", double.Epsilon, 1e6, "a number above 0, such as 0.001", () => 0.003);
    private readonly Option<string?> letters = new("--letters") { HelpName = "letter.data", Description = "The Stanford OCR file, to read its words. [default: dates, in the digits of MNIST]" };
    private readonly TrainingCommand command;

    /// <summary>The options.</summary>
    public CommandLine() => command = new(
        "Trains a recurrent network to read handwriting, and one that sees each character by itself beside it.",
        "sequences",
        [letters, learningRate],
        epochs: 10,
        batchSize: 32,
        Picture);

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
        parsed.GetValue(letters),
        parsed.GetValue(command.Data),
        parsed.GetValue(command.Output) ?? Picture,
        parsed.GetValue(command.Log));
}

using System.CommandLine;
using JaxNet.Samples.Terminal.CommandLines;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The options of the program, with their defaults and bounds.</summary>
public sealed class CommandLine
{
    private readonly Choice<ModelKind> model = new("--model", "The network: JAXnet's own 784-1024-1024-10, or a small one that is convolutional, residual with batch normalization, recurrent over the rows, or a Transformer.", ModelKind.Dense);
    private readonly Choice<DatasetKind> dataset = new("--dataset", "The images: handwritten digits, or pieces of clothing.", DatasetKind.Mnist);
    private readonly Choice<OptimizerKind> optimizer = new("--optimizer", "How the network learns.", OptimizerKind.Adam);
    private readonly Option<double> learningRate = Number.Of<double>("--learning-rate", $"How fast it learns: the highest rate of the schedule. [default: {DefaultRates}]", double.Epsilon, 1e6, "a number above 0, such as 0.001", null);
    private readonly Choice<ScheduleKind> schedule = new("--schedule", "How the learning rate changes over the steps.", ScheduleKind.Cosine);
    private readonly Option<double> clip = Number.Of<double>("--clip", "How long the gradient is at most, over all parameters together. [default: no limit]", double.Epsilon, 1e6, "a number above 0, such as 1", null);
    private readonly TrainingCommand command;

    /// <summary>The options.</summary>
    public CommandLine() => command = new(
        "Trains a network that is written as [Parametrized] methods to tell images apart, and draws what it has learned.",
        "images",
        [model.Option, dataset.Option, optimizer.Option, learningRate, schedule.Option, clip],
        epochs: 5,
        batchSize: 128,
        picture: "mnist-dense.png, and so on");

    /// <inheritdoc cref="TrainingCommand.Parse"/>
    public ParseResult Parse(IReadOnlyList<string> arguments) => command.Parse(arguments);

    /// <summary>Runs the program, or says what is wrong with the arguments; the result is the exit code.</summary>
    public Task<int> InvokeAsync(IReadOnlyList<string> arguments, Func<TrainingOptions, CancellationToken, int> run) =>
        command.InvokeAsync(arguments, (parsed, cancellation) => run(Read(parsed), cancellation));

    /// <summary>The options that arguments without errors stand for.</summary>
    public TrainingOptions Read(ParseResult parsed)
    {
        var (network, images, kind) = (model.Read(parsed), dataset.Read(parsed), optimizer.Read(parsed));
        return new TrainingOptions(
            network,
            images,
            parsed.GetValue(command.Epochs),
            kind,
            parsed.GetResult(learningRate) is null ? TrainingOptions.DefaultLearningRate(network, kind) : parsed.GetValue(learningRate),
            schedule.Read(parsed),
            parsed.GetResult(clip) is null ? null : parsed.GetValue(clip),
            parsed.GetValue(command.BatchSize),
            parsed.GetValue(command.Seed),
            parsed.GetValue(command.Device)!,
            parsed.GetValue(command.Data),
            parsed.GetValue(command.Output) ?? $"{images}-{network}.png".ToLowerInvariant(),
            parsed.GetValue(command.Log));
    }

    private static string DefaultRates => $"what suits network and optimizer; for adam {string.Join(", ", Enum.GetValues<ModelKind>().Select(kind =>
        FormattableString.Invariant($"{TrainingOptions.DefaultLearningRate(kind, OptimizerKind.Adam)} ({kind.ToString().ToLowerInvariant()})")))}";
}

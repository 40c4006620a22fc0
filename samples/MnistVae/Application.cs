using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Drawing.Png;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.MnistVae;

/// <summary>The program around the training: gets the data, shows the progress, draws the picture.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="errors">Where to say what went wrong.</param>
public sealed class Application(Screen screen, TextWriter errors)
{
    /// <summary>Runs it all; the result is the exit code.</summary>
    public int Run(Options options, CancellationToken cancellation) => ExitCode.Of(errors, cancellation, () =>
    {
        var data = DatasetLoader.Load(Mnist.Dataset, options.DataFolder, screen, cancellation);
        screen.Line($"{data.Title}: {data.Train.Count:N0} training and {data.Test.Count:N0} test images from {Screen.Quote(data.Origin)}");
        using var events = options.LogFolder is { } folder ? new SummaryWriter(folder) : null;
        var log = new TrainingLog(screen, options.Epochs, events, cancellation);
        var drawings = Training.Run(options, data.Train, data.Test, log);
        PngFile.Save(ReportPicture.Draw(options, data, log.Epochs, drawings), options.Output);
        Outcome.Tell(screen, options.Output, options.LogFolder, FormattableString.Invariant(
            $"With 10 numbers for each image, telling one takes {-log.Epochs[^1].TestElbo:0.0} nats at most; pixel by pixel it takes 206, if one knows how often each is white."));
    });
}

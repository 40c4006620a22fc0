using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Drawing.Png;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.MnistClassifier;

/// <summary>The program around the training: gets the data, shows the progress, draws the picture.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="errors">Where to say what went wrong.</param>
/// <param name="train">The training itself.</param>
public sealed class Application(Screen screen, TextWriter errors, Trainer train)
{
    /// <summary>Runs it all; the result is the exit code.</summary>
    public int Run(TrainingOptions options, CancellationToken cancellation) => ExitCode.Of(errors, cancellation, () =>
    {
        var data = Load(options, cancellation);
        using var events = options.LogFolder is { } folder ? new SummaryWriter(folder) : null;
        var log = new TrainingLog(screen, options.Epochs, events, cancellation);
        var report = new TrainingReport(options, data, log.Epochs, train(options, data, log));
        PngFile.Save(ReportPicture.Draw(report), options.Output);
        Outcome.Tell(screen, options.Output, options.LogFolder);
    });

    private ImageDataset Load(TrainingOptions options, CancellationToken cancellation)
    {
        var dataset = options.Dataset == DatasetKind.Mnist ? Mnist.Dataset : FashionMnist.Dataset;
        var data = DatasetLoader.Load(dataset, options.DataFolder, screen, cancellation);
        screen.Line($"{data.Title}: {data.Train.Count:N0} training and {data.Test.Count:N0} test images from {Screen.Quote(data.Origin)}");
        return data;
    }
}

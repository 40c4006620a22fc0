using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Drawing.Png;
using JaxNet.Samples.Terminal;

namespace JaxNet.Samples.Ocr;

/// <summary>The program around the training: gets the data, shows the progress, draws the picture.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="errors">Where to say what went wrong.</param>
public sealed class Application(Screen screen, TextWriter errors)
{
    private const int TrainCount = 6000;
    private const int TestCount = 1000;

    /// <summary>Runs it all; the result is the exit code.</summary>
    public int Run(Options options, CancellationToken cancellation) => ExitCode.Of(errors, cancellation, () =>
    {
        var (trainOf, trainCount, test) = options.Letters is { } path ? Letters(path) : Days(options, cancellation);
        using var events = options.LogFolder is { } folder ? new SummaryWriter(folder) : null;
        var log = new TrainingLog(screen, options.Epochs, events, cancellation);
        var read = Training.Run(options, trainOf, test, log);
        PngFile.Save(ReportPicture.Draw(options, trainCount, test, log.Epochs, read), options.Output);
        var last = log.Epochs[^1];
        Outcome.Tell(screen, options.Output, options.LogFolder, FormattableString.Invariant(
            $"Who reads each character by itself errs in {last.IndependentError:0.0%} of them; who remembers what came before, in {last.RecurrentError:0.0%}."));
    });

    private (Func<int, Sequences> TrainOf, int TrainCount, Sequences Test) Letters(string path)
    {
        var (train, test) = StanfordOcr.Load(path);
        screen.Line($"Stanford OCR: {train.Count:N0} training and {test.Count:N0} test words from {Screen.Quote(path)}");
        return (_ => train, train.Count, test);
    }

    // New entries in each epoch, so that nothing can be learned by heart.
    private (Func<int, Sequences> TrainOf, int TrainCount, Sequences Test) Days(Options options, CancellationToken cancellation)
    {
        var data = DatasetLoader.Load(Mnist.Dataset, options.DataFolder, screen, cancellation);
        var (trainKey, testKey) = new Key(options.Seed).FoldIn(1).Split();
        screen.Line($"A guestbook: days of arrival and departure, {TrainCount:N0} new entries an epoch to learn from and {TestCount:N0} to be tested on, in digits from {Screen.Quote(data.Origin)}");
        return (epoch => Guestbook.Of(data.Train, TrainCount, trainKey.FoldIn(epoch)), TrainCount, Guestbook.Of(data.Test, TestCount, testKey));
    }
}

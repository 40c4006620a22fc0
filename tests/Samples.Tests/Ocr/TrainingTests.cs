using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.Ocr;
using JaxNet.Samples.Terminal;
using JaxNet.Tests.Devices;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.Ocr;

/// <summary>The real training, on few entries in real handwriting.</summary>
public class TrainingTests
{
    private static readonly Options Options = new(Epochs: 2, LearningRate: 0.003, BatchSize: 16, Seed: 0, Device: CPU, Letters: null, DataFolder: null, Output: "x.png");

    [Fact]
    public void Both_networks_learn_and_their_reading_is_drawn() => Learn(Options);

    [GpuFact]
    public void Both_networks_learn_on_a_gpu() => Learn(Options with { Device = Gpu.Device });

    private static void Learn(Options options)
    {
        using var folder = new TemporaryFolder();
        var digits = new DatasetLoader(Mnist.Dataset with { Sources = [] }, new DataFolder(folder["none"], IsUsers: false), Screen.Plain(TextWriter.Null)).Load();
        var (train, test) = (Guestbook.Of(digits.Train, 320, new Key(0)), Guestbook.Of(digits.Test, 50, new Key(1)));
        var log = new TrainingLog(Screen.Plain(TextWriter.Null), Options.Epochs);
        var read = Training.Run(options, _ => train, test, log);

        // Who always says the most frequent digit errs in about three of four.
        Assert.InRange(log.Epochs[^1].RecurrentError, 0, 0.7);
        Assert.InRange(log.Epochs[^1].IndependentError, 0, 0.4);
        Assert.Equal(Learner.Error(read.Recurrent, test), log.Epochs[^1].RecurrentError);
        Assert.True(ReportPicture.Draw(Options, train.Count, test, log.Epochs, read).Width >= 1000);
    }
}

using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.MnistVae;
using JaxNet.Samples.Terminal;
using JaxNet.Tests.Devices;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistVae;

/// <summary>The real training, on the small real subset that is part of the repository.</summary>
public class TrainingTests
{
    private static readonly Options Options = new(Epochs: 2, LearningRate: 0.001, BatchSize: 32, Seed: 0, Device: CPU, DataFolder: null, Output: "x.png");

    [Fact]
    public void It_learns_and_draws() => LearnsAndDraws(Options);

    [GpuFact]
    public void It_learns_and_draws_on_a_gpu() => LearnsAndDraws(Options with { Device = Gpu.Device });

    private static void LearnsAndDraws(Options options)
    {
        var data = Digits();
        var log = new TrainingLog(Screen.Plain(TextWriter.Null), Options.Epochs);
        var drawings = Training.Run(options, data.Train, data.Test, log);

        // Before it has learned anything, each of 784 pixels takes log 2: 543 nats.
        Assert.InRange(log.Epochs[0].TestElbo, -400, -100);
        Assert.True(log.Epochs[1].TestElbo > log.Epochs[0].TestElbo);

        Assert.Equal((100, 20, 20), (drawings.Samples.Count, drawings.Originals.Count, drawings.Reconstructions.Count));
        Assert.All(drawings.Originals, image => Assert.All(image, pixel => Assert.True(pixel is 0 or 255)));
        Assert.True(ReportPicture.Draw(Options, data, log.Epochs, drawings).Width >= 1000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var data = Digits();
        Assert.Equal(Losses(0), Losses(0));
        Assert.NotEqual(Losses(0), Losses(1));

        IReadOnlyList<float> Losses(int seed)
        {
            var log = new TrainingLog(Screen.Plain(TextWriter.Null), 1);
            Training.Run(Options with { Epochs = 1, Seed = seed }, data.Train.Take(128), data.Test, log);
            return log.Epochs[0].StepLosses;
        }
    }

    private static ImageDataset Digits()
    {
        using var folder = new TemporaryFolder();
        var dataset = Mnist.Dataset with { Sources = [] };
        var data = new DatasetLoader(dataset, new DataFolder(folder["none"], IsUsers: false), Screen.Plain(TextWriter.Null)).Load();
        return data with { Train = data.Train.Take(512), Test = data.Test.Take(200) };
    }
}

using JaxNet.Samples.Datasets;
using JaxNet.Samples.Datasets.Storage;
using JaxNet.Samples.MnistClassifier;
using JaxNet.Samples.Terminal;
using JaxNet.Tests.Devices;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistClassifier;

/// <summary>The real training, on the small real subset that is part of the repository.</summary>
public class TrainingTests
{
    [Theory]
    [InlineData(ModelKind.Dense, 512, 2, 0.7)]
    [InlineData(ModelKind.Conv, 512, 3, 0.6)]
    [InlineData(ModelKind.Residual, 512, 8, 0.25)]
    [InlineData(ModelKind.Recurrent, 512, 4, 0.4)]
    [InlineData(ModelKind.Transformer, 512, 4, 0.4)]
    public void A_network_learns_digits(ModelKind model, int images, int epochs, double accuracy)
    {
        var data = Digits(images);
        var (log, classes) = Train(model, data, epochs, seed: 0);

        // Chance is 0.1. The bounds lie far below what these runs reach, which are repeatable but not the same on every processor.
        Assert.InRange(Evaluation.Accuracy(classes, data.Test), accuracy, 1);
        Assert.True(log.Epochs[^1].Loss < log.Epochs[0].Loss);
    }

    [Theory]
    [InlineData(ModelKind.Dense)]
    [InlineData(ModelKind.Conv)]
    [InlineData(ModelKind.Residual)]
    public void The_same_seed_gives_the_same_run_and_another_one_does_not(ModelKind model)
    {
        var data = Digits(128);
        var (first, firstClasses) = Train(model, data, 1, seed: 3);
        var (second, secondClasses) = Train(model, data, 1, seed: 3);
        var (other, _) = Train(model, data, 1, seed: 4);

        Assert.Equal(first.Epochs[0].StepLosses, second.Epochs[0].StepLosses);
        Assert.Equal(firstClasses, secondClasses);
        Assert.NotEqual(first.Epochs[0].StepLosses, other.Epochs[0].StepLosses);
    }

    [GpuTheory]
    [InlineData(ModelKind.Dense)]
    [InlineData(ModelKind.Conv)]
    [InlineData(ModelKind.Residual)]
    [InlineData(ModelKind.Recurrent)]
    [InlineData(ModelKind.Transformer)]
    public void A_gpu_takes_the_same_first_steps(ModelKind model)
    {
        var data = Digits(96);
        var (here, _) = Train(model, data, 1, seed: 0);
        var (there, classes) = Train(model, data, 1, seed: 0, Gpu.Device);

        Assert.Equal(data.Test.Count, classes.Count);
        Assert.All(here.Epochs[0].StepLosses.Zip(there.Epochs[0].StepLosses), step => Assert.Equal(step.First, step.Second, 0.01));
    }

    private static (TrainingLog Log, IReadOnlyList<int> Classes) Train(ModelKind model, ImageDataset data, int epochs, int seed, Device? device = null)
    {
        var options = Sample.Options with { Model = model, Epochs = epochs, BatchSize = 32, Seed = seed, Device = device ?? CPU };
        var log = new TrainingLog(Screen.Plain(TextWriter.Null), epochs);
        return (log, Training.Run(options, data, log));
    }

    private static ImageDataset Digits(int count)
    {
        using var folder = new TemporaryFolder();
        var dataset = Mnist.Dataset with { Sources = [] };
        var data = new DatasetLoader(dataset, new DataFolder(folder["none"], IsUsers: false), Screen.Plain(TextWriter.Null)).Load();
        return data with { Train = data.Train.Take(count), Test = data.Test.Take(200) };
    }
}

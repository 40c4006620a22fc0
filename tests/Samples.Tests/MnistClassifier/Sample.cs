using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistClassifier;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistClassifier;

/// <summary>A run that never was, for what is shown of runs.</summary>
internal static class Sample
{
    public static readonly TrainingOptions Options =
        new(ModelKind.Dense, DatasetKind.Mnist, 2, OptimizerKind.Adam, 0.001, ScheduleKind.Cosine, null, 128, 0, CPU, null, "x.png");

    /// <summary>Empty images of the classes 0, 1, ..., 9, 0, and so on.</summary>
    public static ImageDataset Data(int count)
    {
        var images = new LabeledImages(new byte[count * 28 * 28], Enumerable.Range(0, count).Select(i => (byte)(i % 10)).ToArray(), 28, 28, 10);
        return new ImageDataset("MNIST", Mnist.Dataset.ClassNames, images, images, IsSubset: false, "nowhere");
    }

    /// <summary>A trainer that reports given losses, and gets every n-th image wrong.</summary>
    public static Trainer Trainer(int wrongEvery = 5, float loss = 0.25f) => (options, data, log) =>
    {
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using var progress = log.Begin(4);
            for (var step = 0; step < 4; step++) progress.Step(loss / epoch);
            log.End(progress, 0.9, 0.8);
        }

        return [.. Enumerable.Range(0, data.Test.Count).Select(i => (data.Test.Labels[i] + (i % wrongEvery == 0 ? 1 : 0)) % 10)];
    };
}

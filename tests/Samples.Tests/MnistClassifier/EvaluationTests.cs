using JaxNet.Samples.Datasets;
using JaxNet.Samples.MnistClassifier;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.MnistClassifier;

public class EvaluationTests
{
    // A "network" that finds the brightest of an image's three pixels.
    private static readonly LabeledImages Images = new(
        new byte[] { 9, 1, 2, 0, 5, 4, 0, 0, 7, 3, 8, 1, 6, 2, 5 }, new byte[] { 0, 1, 2, 0, 0 }, 1, 3, 3);

    [Fact]
    public void Classes_are_found_in_the_order_of_the_images()
    {
        var classes = Evaluation.Classify(new Batches(Images, 2, ImageLayout.Flat, CPU), inputs => inputs);
        Assert.Equal([0, 1, 2, 1, 0], classes);
        Assert.Equal(0.8, Evaluation.Accuracy(classes, Images), 12);
    }
}

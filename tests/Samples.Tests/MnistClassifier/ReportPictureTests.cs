using JaxNet.Samples.Drawing;
using JaxNet.Samples.MnistClassifier;

namespace JaxNet.Samples.Tests.MnistClassifier;

public class ReportPictureTests
{
    [Fact]
    public void Mistakes_are_what_differs_from_the_labels()
    {
        var report = Report(images: 20, wrongEvery: 6);
        Assert.Equal([0, 6, 12, 18], report.Mistakes);
        Assert.Equal(0.8, report.TestAccuracy, 12);
    }

    [Fact]
    public void Mistakes_are_marked_in_red_and_only_they()
    {
        Assert.Equal(0, CountOf(Theme.Red, ReportPicture.Draw(Report(images: 40, wrongEvery: int.MaxValue, firstIsRight: true))));
        Assert.True(CountOf(Theme.Red, ReportPicture.Draw(Report(images: 40, wrongEvery: 5))) > 1000);
    }

    [Theory]
    [InlineData(1, 1, 0.5f)]
    [InlineData(3, 1, 0.5f)]
    [InlineData(100, 60, 0.5f)]
    [InlineData(100, 2, float.NaN)]
    [InlineData(100, 2, float.PositiveInfinity)]
    [InlineData(100, 2, 0f)]
    [InlineData(100, 2, 1e30f)]
    public void Any_run_can_be_drawn(int images, int epochs, float loss) => ReportPicture.Draw(Report(images, epochs: epochs, loss: loss));

    [Fact]
    public void Each_accuracy_has_a_line()
    {
        var picture = ReportPicture.Draw(Report(images: 40));
        Assert.True(CountOf(Theme.Orange, picture) > 500);
        Assert.True(CountOf(Theme.Blue, picture) > 500);
    }

    private static TrainingReport Report(int images, int wrongEvery = 5, int epochs = 5, float loss = 0.25f, bool firstIsRight = false)
    {
        var options = Sample.Options with { Epochs = epochs };
        var data = Sample.Data(images);
        var log = new TrainingLog(JaxNet.Samples.Terminal.Screen.Plain(TextWriter.Null), epochs);
        var classes = Sample.Trainer(wrongEvery, loss)(options, data, log).ToArray();
        if (firstIsRight) classes[0] = data.Test.Labels[0];
        return new TrainingReport(options, data, log.Epochs, classes);
    }

    private static int CountOf(Color color, Canvas canvas)
    {
        var count = 0;
        for (var y = 0; y < canvas.Height; y++)
        for (var x = 0; x < canvas.Width; x++)
            if (canvas[x, y] == color) count++;
        return count;
    }
}

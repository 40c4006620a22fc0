using JaxNet.Samples.Datasets;
using static TorchSharp.torch;

namespace JaxNet.Samples.Tests.Datasets;

public class BatchesTests
{
    // Image i has the pixels i, i + 1, ... and the class i % 3.
    private static LabeledImages Numbered(int count, int height = 2, int width = 3) => new(
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(i, height * width).Select(value => (byte)value)).ToArray(),
        Enumerable.Range(0, count).Select(i => (byte)(i % 3)).ToArray(),
        height, width, classes: 3);

    [Fact]
    public void Each_example_comes_once_an_epoch()
    {
        var order = Permutation.Of(1000, seed: 5, epoch: 2);
        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_order_on_any_machine()
    {
        Assert.Equal(Permutation.Of(1000, 5, 2), Permutation.Of(1000, 5, 2));
        // Computed in another language.
        Assert.Equal([9, 0, 1, 4, 8, 2, 3, 7, 6, 5], Permutation.Of(10, 0, 1));
    }

    [Fact]
    public void Each_seed_and_each_epoch_has_an_order_of_its_own()
    {
        var orders = from seed in Enumerable.Range(0, 10) from epoch in Enumerable.Range(1, 10) select string.Join(' ', Permutation.Of(20, seed, epoch));
        Assert.Equal(100, orders.Distinct().Count());
    }

    [Fact]
    public void All_places_are_equally_likely()
    {
        const int runs = 20_000;
        var counts = new int[4, 4];
        for (var run = 0; run < runs; run++)
        {
            var order = Permutation.Of(4, run, 1);
            for (var i = 0; i < 4; i++) counts[i, order[i]]++;
        }

        // Five standard deviations around a quarter.
        foreach (var count in counts) Assert.InRange(count, runs / 4 - 310, runs / 4 + 310);
    }

    [Fact]
    public void The_last_batch_has_what_is_left()
    {
        var batches = new Batches(Numbered(10), 4, ImageLayout.Flat, CPU);
        Assert.Equal(3, batches.Count);
        Assert.Equal([4L, 4L, 2L], batches.InOrder().Select(batch => batch.Inputs.shape[0]));
        Assert.Equal([4L, 4L, 2L], batches.Shuffled(1, 1).Select(batch => batch.Targets.shape[0]));
    }

    [Fact]
    public void Batches_of_an_even_count_are_all_full() =>
        Assert.Equal([4L, 4L], new Batches(Numbered(8), 4, ImageLayout.Flat, CPU).InOrder().Select(batch => batch.Inputs.shape[0]));

    [Fact]
    public void Pixels_and_classes_stay_together_when_they_are_shuffled()
    {
        var seen = new List<int>();
        foreach (var (inputs, targets) in new Batches(Numbered(100), 16, ImageLayout.Flat, CPU).Shuffled(3, 1))
        {
            var (pixels, classes) = (inputs.data<float>().ToArray(), targets.data<float>().ToArray());
            for (var i = 0; i < inputs.shape[0]; i++)
            {
                var index = (int)Math.Round(pixels[6 * i] * 255);
                seen.Add(index);
                Assert.Equal(Enumerable.Range(index, 6).Select(value => value / 255f), pixels[(6 * i)..(6 * i + 6)]);
                Assert.Equal(Enumerable.Range(0, 3).Select(c => c == index % 3 ? 1f : 0f), classes[(3 * i)..(3 * i + 3)]);
            }
        }

        Assert.NotEqual(Enumerable.Range(0, 100), seen);
        Assert.Equal(Enumerable.Range(0, 100), seen.Order());
    }

    [Theory]
    [InlineData(ImageLayout.Flat, new long[] { 5, 6 })]
    [InlineData(ImageLayout.HeightWidthChannel, new long[] { 5, 2, 3, 1 })]
    public void Images_lie_as_the_network_wants_them(ImageLayout layout, long[] shape)
    {
        var (inputs, targets) = ImageTensors.Of(Numbered(5), layout, CPU);
        Assert.Equal(shape, inputs.shape);
        Assert.Equal([5, 3], targets.shape);
        Assert.Equal(ScalarType.Float32, inputs.dtype);
        Assert.Equal(1f / 255, inputs.reshape(5, 6)[0, 1].item<float>());
    }

    [Fact]
    public void Batches_lie_on_the_device() =>
        Assert.All(new Batches(Numbered(9), 4, ImageLayout.Flat, META).InOrder(), batch => Assert.Equal((META.type, META.type), (batch.Inputs.device_type, batch.Targets.device_type)));

    [Fact]
    public void A_batch_without_images_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(Numbered(9), 0, ImageLayout.Flat, CPU));
}

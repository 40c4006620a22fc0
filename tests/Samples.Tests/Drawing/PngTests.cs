using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Png;

namespace JaxNet.Samples.Tests.Drawing;

public class PngTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(200, 150)]
    public void What_was_drawn_is_what_another_reader_finds(int width, int height)
    {
        var canvas = new Canvas(width, height, Color.Parse("#f0e8d0"));
        var random = new Random(1);
        // Rows of noise, of gradients, of gradients with some noise, and nothing on the right: so that each filter is the best one somewhere.
        byte Noise(int amount) => (byte)random.Next(amount + 1);
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width * 3 / 4; x++)
        {
            var color = (y / 10 % 3) switch
            {
                0 => new Color(Noise(255), Noise(255), Noise(255)),
                1 => new Color((byte)(x * 3), (byte)(y * 5), (byte)(x + y)),
                _ => new Color((byte)(x + y + Noise(2)), (byte)(x - 2 * y + Noise(2)), (byte)(2 * x + y + Noise(2))),
            };
            canvas.Blend(x, y, color);
        }

        var file = new MemoryStream();
        PngFile.Write(canvas, file);
        var (decodedWidth, decodedHeight, pixels) = PngDecoder.Decode(file.ToArray());
        Assert.Equal((width, height), (decodedWidth, decodedHeight));
        Assert.Equal(Enumerable.Range(0, height).SelectMany(y => canvas.Row(y).ToArray()), pixels);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.png", [1]);
        PngFile.Save(new Canvas(2, 2, Theme.Paper), path);
        Assert.Equal([path], Directory.EnumerateFiles(folder.Path));
        Assert.Equal((2, 2), (PngDecoder.Decode(File.ReadAllBytes(path)).Width, PngDecoder.Decode(File.ReadAllBytes(path)).Height));
    }
}

using JaxNet.Samples.Datasets.Idx;

namespace JaxNet.Samples.Datasets;

/// <summary>Grey images of one size, each with the number of its class.</summary>
public sealed class LabeledImages
{
    private readonly ReadOnlyMemory<byte> pixels;
    private readonly ReadOnlyMemory<byte> labels;

    /// <summary>Images of <paramref name="height"/> by <paramref name="width"/> pixels, one after the other, row by row.</summary>
    public LabeledImages(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels, int height, int width, int classes)
    {
        if (pixels.Length != (long)labels.Length * height * width)
            throw new ArgumentException($"{labels.Length} labels want {labels.Length} images of {height}x{width}, but there are {pixels.Length} pixels.", nameof(pixels));
        (this.pixels, this.labels, Height, Width, Classes) = (pixels, labels, height, width, classes);
    }

    /// <summary>How many there are.</summary>
    public int Count => labels.Length;

    /// <summary>Rows of pixels.</summary>
    public int Height { get; }

    /// <summary>Columns of pixels.</summary>
    public int Width { get; }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>The classes, one for each image.</summary>
    public ReadOnlySpan<byte> Labels => labels.Span;

    /// <summary>The pixels of one image, 0 to 255, row by row.</summary>
    public ReadOnlySpan<byte> Pixels(int index) => pixels.Span.Slice(index * Height * Width, Height * Width);

    /// <summary>The first of them.</summary>
    public LabeledImages Take(int count) =>
        new(pixels[..(count * Height * Width)], labels[..count], Height, Width, Classes);

    /// <summary>Puts the two files of a set together, and checks that they belong together.</summary>
    internal static LabeledImages From(IdxFile images, string imagesName, IdxFile labels, string labelsName, int classes)
    {
        if (images.Shape[0] != labels.Shape[0])
            throw new DatasetException($"{imagesName} has {images.Shape[0]} images, but {labelsName} has {labels.Shape[0]} labels; they don't belong together");
        var unknown = labels.Values.Span.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (unknown >= 0)
            throw new DatasetException($"{labelsName}: label {unknown} is {labels.Values.Span[unknown]}, but there are only the classes 0 to {classes - 1}");
        return new LabeledImages(images.Values, labels.Values, images.Shape[1], images.Shape[2], classes);
    }
}

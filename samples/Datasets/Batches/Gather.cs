namespace JaxNet.Samples.Datasets;

/// <summary>Copies chosen examples, as the numbers that a network wants.</summary>
internal static class Gather
{
    /// <summary>Pixels from 0 to 1, image after image.</summary>
    public static void Inputs(LabeledImages images, ReadOnlySpan<int> chosen, Span<float> target)
    {
        var size = images.Height * images.Width;
        for (var i = 0; i < chosen.Length; i++) PixelScale.ToUnit(images.Pixels(chosen[i]), target.Slice(i * size, size));
    }

    /// <summary>One-hot rows: 1 in the column of the image's class, 0 in all others.</summary>
    public static void Targets(LabeledImages images, ReadOnlySpan<int> chosen, Span<float> target)
    {
        target.Clear();
        for (var i = 0; i < chosen.Length; i++) target[i * images.Classes + images.Labels[chosen[i]]] = 1;
    }
}

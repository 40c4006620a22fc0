namespace JaxNet.Samples.Datasets;

/// <summary>Copies chosen examples, as the numbers that a network wants.</summary>
internal static class Gather
{
    private static readonly float[] Scale = [.. Enumerable.Range(0, 256).Select(value => value / 255f)];

    /// <summary>Pixels from 0 to 1, image after image.</summary>
    public static void Inputs(LabeledImages images, ReadOnlySpan<int> chosen, Span<float> target)
    {
        var size = images.Height * images.Width;
        for (var i = 0; i < chosen.Length; i++)
        {
            var source = images.Pixels(chosen[i]);
            var row = target.Slice(i * size, size);
            for (var j = 0; j < row.Length; j++) row[j] = Scale[source[j]];
        }
    }

    /// <summary>One-hot rows: 1 in the column of the image's class, 0 in all others.</summary>
    public static void Targets(LabeledImages images, ReadOnlySpan<int> chosen, Span<float> target)
    {
        target.Clear();
        for (var i = 0; i < chosen.Length; i++) target[i * images.Classes + images.Labels[chosen[i]]] = 1;
    }
}

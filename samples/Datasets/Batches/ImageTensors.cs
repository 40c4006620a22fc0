using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace JaxNet.Samples.Datasets;

/// <summary>Images as tensors: pixels from 0 to 1, classes as one-hot rows.</summary>
public static class ImageTensors
{
    /// <summary>All of the images at once. The tensors belong to the caller.</summary>
    public static (Tensor Inputs, Tensor Targets) Of(LabeledImages images, ImageLayout layout, Device device) =>
        Of(images, layout, device, [.. Enumerable.Range(0, images.Count)]);

    /// <summary>Chosen images. The tensors belong to the caller.</summary>
    internal static (Tensor Inputs, Tensor Targets) Of(LabeledImages images, ImageLayout layout, Device device, ReadOnlySpan<int> chosen)
    {
        // Straight into the tensors' own memory, which is the processor's: no array is made on the way.
        var inputs = empty(Shape(images, layout, chosen.Length), ScalarType.Float32);
        var targets = empty([chosen.Length, images.Classes], ScalarType.Float32);
        Gather.Inputs(images, chosen, MemoryMarshal.Cast<byte, float>(inputs.bytes));
        Gather.Targets(images, chosen, MemoryMarshal.Cast<byte, float>(targets.bytes));
        return Tree.To((inputs, targets), device);
    }

    private static long[] Shape(LabeledImages images, ImageLayout layout, int count) => layout == ImageLayout.Flat
        ? [count, images.Height * images.Width]
        : [count, images.Height, images.Width, 1];
}

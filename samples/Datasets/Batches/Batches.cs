using static TorchSharp.torch;

namespace JaxNet.Samples.Datasets;

/// <summary>Images in batches, of which the last may be smaller than the others.</summary>
/// <param name="images">The images.</param>
/// <param name="size">How many there are in a batch.</param>
/// <param name="layout">How they lie in it.</param>
/// <param name="device">Where they lie.</param>
public sealed class Batches(LabeledImages images, int size, ImageLayout layout, Device device)
{
    private readonly int size = size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A batch has at least one image.");

    /// <summary>How many batches there are.</summary>
    public int Count => (images.Count + size - 1) / size;

    /// <summary>All images once, in an order of this seed and this epoch alone.</summary>
    public IEnumerable<(Tensor Inputs, Tensor Targets)> Shuffled(long seed, int epoch) => Cut(Permutation.Of(images.Count, seed, epoch));

    /// <summary>All images once, in the order in which they were published.</summary>
    public IEnumerable<(Tensor Inputs, Tensor Targets)> InOrder() => Cut([.. Enumerable.Range(0, images.Count)]);

    private IEnumerable<(Tensor Inputs, Tensor Targets)> Cut(int[] order)
    {
        for (var start = 0; start < order.Length; start += size)
            yield return ImageTensors.Of(images, layout, device, order.AsSpan(start, Math.Min(size, order.Length - start)));
    }
}

using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Checkpoints;

internal static class Same
{
    /// <summary>The same paths, shapes, element types, bits and sharing, in other tensors.</summary>
    public static void Trees<T>(T expected, T actual)
    {
        var (ours, theirs) = (TreePlaces.Of(expected), TreePlaces.Of(actual));
        Assert.Equal(ours.Leaves.Select(leaf => string.Join(" = ", leaf.Paths)), theirs.Leaves.Select(leaf => string.Join(" = ", leaf.Paths)));
        foreach (var (first, second) in ours.Leaves.Zip(theirs.Leaves))
        {
            var path = first.Paths[0];
            Assert.NotSame(first.Leaf, second.Leaf);
            Assert.True(first.Leaf.dtype == second.Leaf.dtype, path);
            Assert.Equal(first.Leaf.shape, second.Leaf.shape);
            Assert.True(Bytes(first.Leaf).SequenceEqual(Bytes(second.Leaf)), $"{path}: {first.Leaf} and {second.Leaf}");
        }
    }

    public static byte[] Bytes(Tensor tensor)
    {
        using var stream = new MemoryStream();
        if (tensor.numel() > 0)
            stream.Write(tensor.contiguous().bytes);

        return stream.ToArray();
    }
}

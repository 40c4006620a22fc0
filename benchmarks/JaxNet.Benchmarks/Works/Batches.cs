using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Works;

/// <summary>Batches of random data: the time doesn't depend on the values.</summary>
internal static class Batches
{
    /// <summary>Inputs of some shape, and a one-hot row of targets for all but their last axis.</summary>
    public static Func<(Tensor, Tensor)> OfVectors(long[] shape, int classes) => () =>
        (new Key(1).Normal(shape), OneHot(shape[..^1], classes));

    /// <summary>Images [n, height, width, 1], and a one-hot row of targets for each.</summary>
    public static Func<(Tensor, Tensor)> OfImages(long count, long size, int classes) => () =>
        (new Key(1).Normal([count, size, size, 1]), OneHot([count], classes));

    private static Tensor OneHot(long[] shape, int classes)
    {
        var index = new Key(2).RandInt(shape, 0, classes).type(ScalarType.Int64);
        return index.unsqueeze(-1).eq(arange(classes)).@float();
    }
}

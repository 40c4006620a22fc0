using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>What the machine can do at best: what the limits in the table are derived from.</summary>
internal static class Limits
{
    /// <summary>Billions of additions and multiplications a second, in products of 1024 x 1024 matrices.</summary>
    public static double MatrixProducts()
    {
        const double size = 1024;
        using var scope = NewDisposeScope();
        var (left, right) = (rand((long)size, (long)size), rand((long)size, (long)size));
        var best = Timing.Steps(() => left.mm(right).Dispose(), 2).Min();
        return 2 * size * size * size / best / 1e6;
    }

    /// <summary>Billions of bytes a second, read plus written, where 256 MB are copied by all cores.</summary>
    public static double Copies()
    {
        const long length = 256L << 20;
        using var scope = NewDisposeScope();
        var (from, to) = (zeros(length, ScalarType.Byte), zeros(length, ScalarType.Byte));
        var best = Timing.Steps(() => to.copy_(from), 2).Min();
        return 2 * length / best / 1e6;
    }
}

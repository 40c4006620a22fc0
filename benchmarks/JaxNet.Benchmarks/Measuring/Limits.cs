using static TorchSharp.torch;

namespace JaxNet.Benchmarks.Measuring;

/// <summary>Measures what the machine can do at best.</summary>
internal static class Limits
{
    /// <summary>The best moments within some time for each.</summary>
    public static Speeds Measure(double seconds) => new(MatrixProducts(seconds), Passes(seconds), Reads(seconds));

    /// <summary>Products of 1024 x 1024 matrices.</summary>
    private static double MatrixProducts(double seconds)
    {
        const double size = 1024;
        using var scope = NewDisposeScope();
        var (left, right, product) = (rand((long)size, (long)size), rand((long)size, (long)size), zeros((long)size, (long)size));
        var best = Timing.Steps(() => product.addmm_(left, right), seconds).Min();
        return 2 * size * size * size / best / 1e6;
    }

    /// <summary>
    /// Ten million numbers, as the works have, are added to others by all cores: what of such work a large last cache holds counts here too. A copy would count
    /// too little: what it overwrites, the processor reads first, unless it was read anyway.
    /// </summary>
    private static double Passes(double seconds)
    {
        const long bytes = 40_000_000;
        using var scope = NewDisposeScope();
        var (sum, more) = (zeros(bytes / sizeof(float)), zeros(bytes / sizeof(float)));
        var best = Timing.Steps(() => sum.add_(more), seconds).Min();
        return 3 * bytes / best / 1e6;
    }

    /// <summary>A sum by all cores of 800 MB, of which a server's last cache has nothing left when the next begins. What is written goes back to memory meanwhile, so that reading is what counts.</summary>
    private static double Reads(double seconds)
    {
        const long bytes = 800_000_000;
        using var scope = NewDisposeScope();
        var numbers = zeros(bytes / sizeof(float));
        var best = Timing.Steps(() => numbers.sum().Dispose(), seconds).Min();
        return bytes / best / 1e6;
    }
}

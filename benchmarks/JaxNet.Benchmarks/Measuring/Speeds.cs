namespace JaxNet.Benchmarks.Measuring;

/// <summary>What the machine can do at best: what the limits in the table are derived from.</summary>
/// <param name="GigaFlops">Matrix products, in billions of additions and multiplications a second.</param>
/// <param name="GigaBytes">Passes over as much memory as the works have, in billions of bytes read plus written a second.</param>
/// <param name="GigaBytesUncached">Reading what no cache holds, in billions of bytes a second. No limit is derived from it, as a cache may still have much of a work from the step before.</param>
internal readonly record struct Speeds(double GigaFlops, double GigaBytes, double GigaBytesUncached)
{
    /// <summary>The better of two measurements, each: a machine that others use too is never faster than it is.</summary>
    public static Speeds Max(Speeds left, Speeds right) =>
        new(Math.Max(left.GigaFlops, right.GigaFlops), Math.Max(left.GigaBytes, right.GigaBytes), Math.Max(left.GigaBytesUncached, right.GigaBytesUncached));
}

namespace JaxNet;

/// <summary>Shapes as error messages and summaries print them.</summary>
internal static class Shapes
{
    public static string Describe(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>How many numbers a tensor of this shape has: what a -1 in a reshape stands for, which libtorch refuses beside an empty axis.</summary>
    public static long Count(IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);
}

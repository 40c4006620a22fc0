namespace JaxNet;

/// <summary>Shapes as error messages and summaries print them.</summary>
internal static class Shapes
{
    public static string Describe(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}

namespace JaxNet.Streams;

/// <summary>Runs a loop on all cores.</summary>
internal static class Cores
{
    // A shorter draw isn't worth waking a second core for.
    private const long WorthItFrom = 1 << 16;

    // Each core gets several chunks, so that one which is busy with something else doesn't hold up the draw.
    private const long ChunksPerCore = 4;

    /// <summary>Whether a draw of so many elements is long enough to be shared out.</summary>
    public static bool AreWorthIt(long count) => count >= WorthItFrom && Environment.ProcessorCount > 1;

    /// <summary>Runs the body over the range from 0 to <paramref name="count"/> in chunks that begin at multiples of <paramref name="multiple"/>.</summary>
    public static void Run(long count, long multiple, Action<long, long> body)
    {
        var chunks = Math.Min(Environment.ProcessorCount * ChunksPerCore, Math.Max(1, count / (WorthItFrom / ChunksPerCore)));
        var chunk = (count / chunks + multiple) / multiple * multiple;
        Parallel.For(0, (count + chunk - 1) / chunk, i => body(i * chunk, Math.Min(count, (i + 1) * chunk)));
    }
}

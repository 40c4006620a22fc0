using System.Runtime.ExceptionServices;
using TorchSharp;

namespace JaxNet;

/// <summary>
/// Runs loops on as many cores as libtorch's own operations have (<c>torch.set_num_threads</c>, <c>OMP_NUM_THREADS</c>): on the threads that libtorch computes
/// with where they are OpenMP's, and else on .NET's.
/// </summary>
internal static class Cores
{
    /// <summary>From how many elements on a loop is worth sharing out.</summary>
    private const long WorthItFrom = 1 << 16;

    // Each core gets several chunks, so that one which is busy with something else doesn't hold up the draw.
    private const long ChunksPerCore = 4;

    /// <summary>Whether there is more than one.</summary>
    public static bool AreSeveral => Count > 1;

    // For another number of threads than libtorch's GNU's library would end some after each operation, and start others.
    private static int Count => OpenMP.IsThere ? torch.get_num_threads() : Math.Min(Environment.ProcessorCount, torch.get_num_threads());

    /// <summary>Whether a loop over so many elements is long enough to be shared out.</summary>
    public static bool AreWorthIt(long count) => count >= WorthItFrom && AreSeveral;

    /// <summary>Runs the body over the range from 0 to <paramref name="count"/> in chunks that begin at multiples of <paramref name="multiple"/>.</summary>
    public static void RunChunks(long count, long multiple, Action<long, long> body)
    {
        var chunks = Math.Min(Count * ChunksPerCore, Math.Max(1, count / (WorthItFrom / ChunksPerCore)));
        var chunk = (count / chunks + multiple) / multiple * multiple;
        Run((count + chunk - 1) / chunk, i => body(i * chunk, Math.Min(count, (i + 1) * chunk)));
    }

    /// <summary>Runs the body once for each number from 0 up to <paramref name="count"/>, in no particular order.</summary>
    /// <exception cref="Exception">The first that a body throws; what has begun goes on to its end.</exception>
    public static void Run(long count, Action<long> body)
    {
        var loop = new Loop(count, body);
        if (OpenMP.IsThere) OpenMP.Run(Count, loop.Take);
        else Parallel.For(0, Count, _ => loop.Take());
        loop.ThrowIfFailed();
    }

    // Each thread takes the next number when it is done with one, so that one which comes late, or not at all, holds up nobody.
    private sealed class Loop(long count, Action<long> body)
    {
        private long _next = -1;
        private Exception? _failure;

        // Nothing may be thrown through a thread of OpenMP's.
        public void Take()
        {
            try
            {
                for (var i = Interlocked.Increment(ref _next); i < count; i = Interlocked.Increment(ref _next))
                    body(i);
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref _failure, failure, null);
                Interlocked.Exchange(ref _next, count);
            }
        }

        public void ThrowIfFailed()
        {
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
        }
    }
}

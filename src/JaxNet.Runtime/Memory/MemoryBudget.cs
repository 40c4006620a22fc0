using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Keeps native memory flat although nobody disposes states and results. A tensor is a few bytes to .NET, however many
/// megabytes libtorch holds for it, so left alone the garbage collector would see no reason to run. This counts the
/// real bytes, and has the garbage collected each time that a budget's worth may have gathered.
/// </summary>
/// <remarks>
/// Optimizer states make the bulk of it, and have a <see cref="Share"/> each, so that what is alive is known exactly. Results
/// of single calls are only counted as they are made.
/// Collections are of the young generations, as retired states mostly are, and take a tenth of a millisecond; what got old before it was
/// dropped, such as the state that an evaluation was made with, waits for a full one, which comes when what is alive has grown.
/// </remarks>
internal static class MemoryBudget
{
    /// <summary>How much garbage may gather: it fits 20 states of a network of 1.8 million parameters with momentum.</summary>
    private const long Budget = 64L << 20;

    /// <summary>
    /// How much of .NET's heap a thread may fill between two looks at it. Each result is some objects there, and .NET lets its youngest generation grow with the
    /// processor's last cache: with 16 MB of that to about this, but to sixteen times as much on a server whose cores share 260.
    /// </summary>
    private const long YoungBudget = 8L << 20;

    /// <summary>From how many bytes on it is worth a look whether an input was counted before.</summary>
    private const long LargeInput = Budget / 64;

    private static readonly ConditionalWeakTable<Tensor, object?> CountedInputs = [];
    private static readonly Lock Collecting = new();
    private static long _live;

    // The least that was alive since the last collection, and since the last full one.
    private static long _leastLive;
    private static long _leastLiveSinceFullCollection;
    private static long _results;
    private static long _resultsSinceFullCollection;

    [ThreadStatic]
    private static long t_allocatedAtLastLook;
    [ThreadStatic]
    private static int t_collectionsAtLastLook;

    // Who applies or trains a network comes by here first.
    static MemoryBudget() => NativeHeap.KeepForNextStep();

    /// <summary>Takes note of native memory that a result holds, and that nobody will dispose.</summary>
    public static void Count(long bytes) => Interlocked.Add(ref _results, bytes);

    /// <summary>Takes note of the native memory that a result holds.</summary>
    public static void Count<T>(T result) => Count(result, BytesOf);

    /// <summary>
    /// Takes note of the native memory that a call's inputs hold: a batch is made for its step, and nobody disposes it either. Data that many calls are given count once.
    /// </summary>
    public static void CountInputs<T>(T inputs) => Count(inputs, static leaf => BytesOf(leaf) is var bytes && (bytes < LargeInput || CountedInputs.TryAdd(leaf, null)) ? bytes : 0);

    private static void Count<T>(T tree, Func<Tensor, long> bytesOf)
    {
        try
        {
            Count(ByteCounter.Of(tree, bytesOf));
        }
        catch (Exception error) when (DisposedTensor.Explain(error))
        {
            throw;
        }
    }

    /// <summary>How much native memory a tensor's numbers take.</summary>
    public static long BytesOf(Tensor tensor) => tensor.numel() * tensor.element_size();

    /// <summary>Collects garbage if enough may have gathered. Best called before something large is made: what it replaces is garbage by then.</summary>
    public static void CollectIfDue()
    {
        if (Volatile.Read(ref _live) - Volatile.Read(ref _leastLive) + Volatile.Read(ref _results) > Budget)
            Collect();
        if (GC.GetAllocatedBytesForCurrentThread() - t_allocatedAtLastLook > YoungBudget)
            CollectYoungest();
    }

    // Where .NET's own collections come often enough, it adds none.
    private static void CollectYoungest()
    {
        if (GC.CollectionCount(0) == t_collectionsAtLastLook)
            GC.Collect(0);

        t_collectionsAtLastLook = GC.CollectionCount(0);
        t_allocatedAtLastLook = GC.GetAllocatedBytesForCurrentThread();
    }

    private static void Collect()
    {
        // Another thread's collection serves this one too.
        if (!Collecting.TryEnter())
            return;

        try
        {
            _resultsSinceFullCollection += Interlocked.Exchange(ref _results, 0);
            GC.Collect(1);
            GC.WaitForPendingFinalizers();
            if (HasOldGarbage())
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                Volatile.Write(ref _leastLiveSinceFullCollection, Volatile.Read(ref _live));
                _resultsSinceFullCollection = 0;
            }

            Volatile.Write(ref _leastLive, Volatile.Read(ref _live));
        }
        finally
        {
            Collecting.Exit();
        }
    }

    /// <summary>
    /// Whether states may be garbage that only a full collection finds: those that lived through two young ones, as they do
    /// during an evaluation. Somebody who keeps more and more states pays for a full collection each time that a quarter has been added.
    /// </summary>
    private static bool HasOldGarbage()
    {
        var least = Volatile.Read(ref _leastLiveSinceFullCollection);
        return Volatile.Read(ref _live) - least > Math.Max(Budget / 4, least / 4) || _resultsSinceFullCollection > 8 * Budget;
    }

    /// <summary>Native memory that is held for as long as its owner, who is the only one with a reference to this.</summary>
    internal sealed class Share
    {
        public Share(long bytes)
        {
            Bytes = bytes;
            Interlocked.Add(ref _live, bytes);
        }

        // What is gone without a collection of ours must not count as alive: as much new garbage could gather then before the next.
        ~Share()
        {
            var live = Interlocked.Add(ref _live, -Bytes);
            Lower(ref _leastLive, live);
            Lower(ref _leastLiveSinceFullCollection, live);
        }

        public long Bytes { get; }

        private static void Lower(ref long least, long live)
        {
            if (live < Volatile.Read(ref least))
                Volatile.Write(ref least, live);
        }
    }
}

namespace TorchSharp;

/// <summary>Counts the tensors that one thread has created and disposed. Another thread's, the finalizer's too, are counted there.</summary>
public class ThreadDisposeScopeStatistics
{
    internal long Created { get; set; }

    internal long Disposed { get; set; }

    public long ThreadTotalLiveCount => Created - Disposed;

    public void Reset() => (Created, Disposed) = (0, 0);
}

namespace TorchSharp;

/// <summary>The chain of dispose scopes of one thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? ofThread;

    internal static DisposeScopeManager ThreadSingleton => ofThread ??= new DisposeScopeManager();

    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.statistics;

    private readonly ThreadDisposeScopeStatistics statistics = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    internal DisposeScope NewDisposeScope() => CurrentDisposeScope = new DisposeScope(this);

    /// <summary>A tensor was created on this thread: the innermost scope, if there is any, owns it.</summary>
    internal void Register(torch.Tensor tensor)
    {
        statistics.Created++;
        CurrentDisposeScope?.Add(tensor);
    }

    internal void CountDisposed() => statistics.Disposed++;

    /// <summary>Scopes may be disposed out of order. The ones inside of it then have the next outer one as theirs.</summary>
    internal void Remove(DisposeScope scope)
    {
        if (ReferenceEquals(CurrentDisposeScope, scope))
        {
            CurrentDisposeScope = scope.OuterScope;
            return;
        }

        for (var inner = CurrentDisposeScope; inner is not null; inner = inner.OuterScope)
        {
            if (ReferenceEquals(inner.OuterScope, scope)) inner.OuterScope = scope.OuterScope;
        }
    }
}

namespace TorchSharp;

/// <summary>
/// Owns the tensors that are created on a thread while it is the innermost scope there, and disposes them with itself.
/// </summary>
/// <remarks>
/// Its tensors are a chain through the tensors themselves, in the order in which they came: a training step makes a hundred and more of them.
/// What it was told to keep of others' is in a set.
/// </remarks>
public sealed class DisposeScope : IDisposable
{
    private DisposeScopeManager? manager;
    private torch.Tensor? first;
    private torch.Tensor? last;
    private int tensorCount;
    private HashSet<IDisposable>? others;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        OuterScope = manager.CurrentDisposeScope;
    }

    internal DisposeScope? OuterScope { get; set; }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ThrowIfDisposed();
            return [.. Tensors(), .. others ?? []];
        }
    }

    public int DisposablesCount
    {
        get
        {
            ThrowIfDisposed();
            return tensorCount + (others?.Count ?? 0);
        }
    }

    public bool Contains(IDisposable disposable) =>
        (disposable is torch.Tensor tensor && ReferenceEquals(tensor.OwningDisposeScope, this)) || others?.Contains(disposable) == true;

    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        MoveToOuter([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        MoveToOuter([first, second, third]);
        return (first, second, third);
    }

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        ThrowIfDisposed();
        foreach (var disposable in disposables) Move(disposable);
    }

    public T Detach<T>(T disposable) where T : IDisposable
    {
        Free(disposable);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Detach([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Detach([first, second, third]);
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        ThrowIfDisposed();
        foreach (var disposable in disposables) Free(disposable);
    }

    public void DisposeEverything()
    {
        ThrowIfDisposed();
        while (last is { } tensor)
        {
            // Taken out first: it has no more to look up then.
            Remove(tensor);
            tensor.Dispose();
        }

        if (others is null) return;
        foreach (var disposable in others) disposable.Dispose();
        others = null;
    }

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>As in TorchSharp, what is kept is listed by the scope from here on, even where it was not before.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ThrowIfDisposed();
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in DisposablesView)
        {
            if (!keep.Contains(disposable)) disposable.Dispose();
        }

        keep.RemoveWhere(disposable => disposable is torch.Tensor tensor && ReferenceEquals(tensor.OwningDisposeScope, this));
        others = keep.Count == 0 ? null : keep;
    }

    /// <summary>Takes it out of the scope: somebody has disposed it.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        ThrowIfDisposed();
        Free(disposable);
    }

    public void Dispose()
    {
        if (manager is null) return;
        DisposeEverything();
        manager.Remove(this);
        manager = null;
    }

    internal void Add(torch.Tensor tensor)
    {
        tensor.OwningDisposeScope = this;
        (tensor.PreviousInScope, tensor.NextInScope) = (last, null);
        if (last is null) first = tensor;
        else last.NextInScope = tensor;
        last = tensor;
        tensorCount++;
    }

    private void Remove(torch.Tensor tensor)
    {
        var (previous, next) = (tensor.PreviousInScope, tensor.NextInScope);
        if (previous is null) first = next;
        else previous.NextInScope = next;
        if (next is null) last = previous;
        else next.PreviousInScope = previous;
        (tensor.OwningDisposeScope, tensor.PreviousInScope, tensor.NextInScope) = (null, null, null);
        tensorCount--;
    }

    private IEnumerable<torch.Tensor> Tensors()
    {
        for (var tensor = first; tensor is not null; tensor = tensor.NextInScope) yield return tensor;
    }

    private void Move(IDisposable disposable)
    {
        if (Free(disposable) && disposable is torch.Tensor { OwningDisposeScope: null } tensor) OuterScope?.Add(tensor);
    }

    /// <returns>Whether it was in the scope.</returns>
    private bool Free(IDisposable disposable)
    {
        ThrowIfDisposed();
        if (disposable is not torch.Tensor tensor || !ReferenceEquals(tensor.OwningDisposeScope, this)) return others?.Remove(disposable) == true;
        Remove(tensor);
        return true;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(manager is null, this);
}

using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Scopes;

/// <summary>
/// TorchSharp's dispose scopes, rule by rule. JaxNet's memory management rests on the details, and they are the same on
/// the packages: what a scope owns, what moves where, and what is left alone.
/// </summary>
public class DisposeScopeTests
{
    [Fact]
    public void AScopeDisposesWhatIsCreatedInIt()
    {
        Tensor inside;
        var before = zeros(1);
        using (NewDisposeScope()) inside = zeros(1);

        Assert.True(inside.IsInvalid);
        Assert.False(before.IsInvalid);
    }

    [Fact]
    public void OnlyTheInnermostScopeOwns()
    {
        using var outer = NewDisposeScope();
        var first = zeros(1);
        using (var inner = NewDisposeScope())
        {
            var second = zeros(1);
            Assert.True(inner.Contains(second));
            Assert.False(inner.Contains(first));
            Assert.False(outer.Contains(second));
            Assert.Equal(1, inner.DisposablesCount);
        }

        Assert.Equal([first], outer.DisposablesView);
    }

    [Fact]
    public void MoveToOuterGivesToTheNextScope()
    {
        using var outer = NewDisposeScope();
        Tensor result;
        using (var inner = NewDisposeScope()) result = inner.MoveToOuter(zeros(1));

        Assert.False(result.IsInvalid);
        Assert.True(outer.Contains(result));
    }

    [Fact]
    public void MoveToOuterOfTheOutermostScopeDetaches()
    {
        Tensor result;
        using (var scope = NewDisposeScope()) result = scope.MoveToOuter(zeros(1));

        Assert.False(result.IsInvalid);
        result.Dispose();
    }

    /// <summary>The difference that design.md warns of: the scope moves only what it owns, the tensor's own method moves whatever owns it.</summary>
    [Fact]
    public void AScopeDoesNotMoveWhatItDoesNotOwn()
    {
        using var outermost = NewDisposeScope();
        using var outer = NewDisposeScope();
        var tensor = zeros(1);
        using var inner = NewDisposeScope();

        inner.MoveToOuter(tensor);
        Assert.True(outer.Contains(tensor));

        tensor.MoveToOuterDisposeScope();
        Assert.False(outer.Contains(tensor));
        Assert.True(outermost.Contains(tensor));
    }

    [Fact]
    public void SeveralMoveAtOnce()
    {
        using var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var (a, b) = inner.MoveToOuter(zeros(1), zeros(2));
        var (c, d, e) = inner.MoveToOuter(zeros(3), zeros(4), zeros(5));
        var many = new List<Tensor> { zeros(6), zeros(7) };
        inner.MoveToOuter(many);
        inner.MoveToOuter(zeros(8), zeros(9), zeros(10), zeros(11));
        var lost = zeros(12);
        inner.Dispose();

        Assert.Equal(11, outer.DisposablesCount);
        Assert.All([a, b, c, d, e, .. many], tensor => Assert.False(tensor.IsInvalid));
        Assert.True(lost.IsInvalid);
    }

    [Fact]
    public void DetachLeavesATensorToItself()
    {
        Tensor byScope, byTensor;
        using (var scope = NewDisposeScope())
        {
            byScope = scope.Detach(zeros(1));
            byTensor = zeros(1).DetachFromDisposeScope();
        }

        Assert.False(byScope.IsInvalid);
        Assert.False(byTensor.IsInvalid);
        byScope.Dispose();
        byTensor.Dispose();
    }

    [Fact]
    public void DisposeEverythingButKeeps()
    {
        using var scope = NewDisposeScope();
        var (kept, lost) = (zeros(1), zeros(1));
        Assert.Same(kept, scope.DisposeEverythingBut(kept));

        Assert.True(lost.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal([kept], scope.DisposablesView);
    }

    [Fact]
    public void DisposeEverythingButListsWhatItKeepsEvenIfItIsForeign()
    {
        using var outer = NewDisposeScope();
        var foreign = zeros(1);
        var inner = NewDisposeScope();
        inner.DisposeEverythingBut(foreign);

        Assert.True(inner.Contains(foreign));
        Assert.True(outer.Contains(foreign));

        inner.Dispose();
        Assert.True(foreign.IsInvalid);
        Assert.False(outer.Contains(foreign));
    }

    [Fact]
    public void ATensorThatIsDisposedByHandLeavesItsScope()
    {
        using var scope = NewDisposeScope();
        var tensor = zeros(1);
        tensor.Dispose();

        Assert.Equal(0, scope.DisposablesCount);
        tensor.Dispose();
    }

    [Fact]
    public void ADisposedScopeRefusesWork()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();

        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesView);
        Assert.Throws<ObjectDisposedException>(() => scope.MoveToOuter(new List<Tensor>()));
        Assert.Throws<ObjectDisposedException>(scope.DisposeEverything);
    }

    [Fact]
    public void ScopesMayBeDisposedOutOfOrder()
    {
        using var outermost = NewDisposeScope();
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();

        var tensor = zeros(1);
        Assert.True(inner.Contains(tensor));
        inner.MoveToOuter(tensor);
        Assert.True(outermost.Contains(tensor));
        inner.Dispose();
    }

    [Fact]
    public void ScopesAreOfTheirThread()
    {
        using var scope = NewDisposeScope();
        Tensor? elsewhere = null;
        var thread = new Thread(() => elsewhere = zeros(1));
        thread.Start();
        thread.Join();

        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(elsewhere!.IsInvalid);
        elsewhere.Dispose();
    }

    [Fact]
    public void AWrappedExpressionLeavesOnlyItsResult()
    {
        using var scope = NewDisposeScope();
        using var result = WrappedTensorDisposeScope(() => zeros(2) + ones(2));

        Assert.Equal([result], scope.DisposablesView);
    }

    [Fact]
    public void ViewsOfOneMemoryAreCountedForThemselves()
    {
        using var outer = NewDisposeScope();
        Tensor row;
        using (var inner = NewDisposeScope()) row = inner.MoveToOuter(arange(6).reshape(2, 3)[1]);

        Assert.Equal([3L, 4, 5], row.data<long>().ToArray());
    }

    [Fact]
    public void TheStatisticsCountThisThreadsTensors()
    {
        DisposeScopeManager.Statistics.Reset();
        var tensors = new[] { zeros(1), zeros(1), zeros(1) };
        Assert.Equal(3, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        tensors[0].Dispose();
        Assert.Equal(2, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        tensors[1].Dispose();
        tensors[2].Dispose();
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}

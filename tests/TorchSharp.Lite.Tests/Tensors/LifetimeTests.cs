using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Tensors;

public class LifetimeTests
{
    [Fact]
    public void ADisposedTensorRefusesWork()
    {
        var tensor = zeros(2);
        tensor.Dispose();

        Assert.True(tensor.IsInvalid);
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => tensor + 1).Message);
        Assert.Throws<InvalidOperationException>(() => tensor.shape);
        Assert.Throws<InvalidOperationException>(() => tensor.Handle);
        tensor.Dispose();
    }

    [Fact]
    public void DisposeOfOneViewLeavesTheOther()
    {
        var tensor = arange(4);
        var view = tensor.reshape(2, 2);
        tensor.Dispose();

        Assert.Equal([0L, 1, 2, 3], view.data<long>().ToArray());
    }

    [Fact]
    public void TheTotalCountFollowsTensors()
    {
        var before = Tensor.TotalCount;
        var tensor = zeros(1);
        Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.True(Tensor.PeakCount >= Tensor.TotalCount);

        tensor.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void TheFinalizerReleasesWhatNobodyDisposed()
    {
        var before = Tensor.TotalCount;
        Abandon(50);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.InRange(Tensor.TotalCount, 0, before);
    }

    /// <summary>Made in a method of its own, so that no register or stack slot keeps one alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(int count)
    {
        for (var i = 0; i < count; i++) zeros(10);
    }

    [Fact]
    public void AHandleCanBeGivenAwayAndTakenBack()
    {
        var tensor = arange(3);
        var handle = tensor.DecoupleFromNativeHandle();
        Assert.True(tensor.IsInvalid);

        using var again = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal([0L, 1, 2], again.data<long>().ToArray());
    }

    [Fact]
    public void EqualityGoesByContentsAndTheHashByIdentity()
    {
        var (a, b, c) = (arange(3), arange(3), arange(4));

        Assert.True(a.Equals(b));
        Assert.True(a.Equals((object)b));
        Assert.False(a.Equals(c));
        Assert.False(a.Equals("a string"));
        Assert.NotEqual(RuntimeHelpers.GetHashCode(a), RuntimeHelpers.GetHashCode(b));
        Assert.Equal(RuntimeHelpers.GetHashCode(a), a.GetHashCode());
    }

    /// <summary>A leak of native memory shows in the resident set: 4 GB go through here.</summary>
    [Fact]
    public void NativeMemoryIsGivenBack()
    {
        for (var i = 0; i < 20; i++) zeros(1_000_000).Dispose();
        var before = Environment.WorkingSet;
        for (var i = 0; i < 1000; i++) zeros(1_000_000).Dispose();

        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 100_000_000);
    }
}

using System.Runtime.InteropServices;
using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Expected elements are NumPy's for the same expression over numpy.arange(12).reshape(3, 4).</summary>
public class IndexingTests
{
    private readonly Tensor m = arange(12).reshape(3, 4);

    [Fact]
    public void NumbersAndSlices()
    {
        Are([4, 5, 6, 7], m[1]);
        Are([6], m[1, 2]);
        Are([11], m[-1, -1]);
        Are([1, 5, 9], m[.., 1]);
        Are([4, 5, 8, 9], m[1.., ..2]);
        Are([2, 3], m[0, ^2..]);
        Are([0, 2], m[TensorIndex.Single(0), TensorIndex.Slice(step: 2)]);
        Are([1, 2], m[TensorIndex.Single(0), TensorIndex.Slice((1, 3))]);
    }

    [Fact]
    public void NewAndSkippedDimensions()
    {
        Assert.Equal([1, 3, 4], m[TensorIndex.None].shape);
        Assert.Equal([3, 1, 4], m[TensorIndex.Colon, TensorIndex.None].shape);
        Are([3, 7, 11], m[TensorIndex.Ellipsis, TensorIndex.Single(3)]);
        Assert.Equal([3, 4, 1], m[TensorIndex.Ellipsis, TensorIndex.None].shape);
    }

    [Fact]
    public void IndexTensorsAndMasks()
    {
        Are([8, 9, 10, 11, 0, 1, 2, 3], m[tensor(new long[] { 2, 0 })]);
        Are([2, 4], m[tensor(new long[] { 0, 1 }), tensor(new long[] { 2, 0 })]);
        Are([10, 11], m[m > 9]);
        Are([3, 11], m[TensorIndex.Tensor(tensor(new[] { true, false, true })), TensorIndex.Single(3)]);
        Are([1, 0, 5, 4], m[TensorIndex.Slice(0, 2), TensorIndex.Tensor(tensor(new long[] { 1, 0 }))]);
    }

    [Fact]
    public void AViewSharesTheMemoryAndACopyDoesNot()
    {
        m[1].fill_(0);
        m[tensor(new long[] { 0 })].fill_(-1);
        Are([0, 1, 2, 3, 0, 0, 0, 0, 8, 9, 10, 11], m);
    }

    [Fact]
    public void Assignment()
    {
        m[0] = arange(4) * 10;
        m[1, 1] = tensor(-1L);
        m[2.., ..2] = tensor(7L);
        Are([0, 10, 20, 30, 4, -1, 6, 7, 7, 7, 10, 11], m);

        m[m > 9] = tensor(0L);
        Are([0, 0, 0, 0, 4, -1, 6, 7, 7, 7, 0, 0], m);

        Assert.Same(m, m.index_put_(5, TensorIndex.Single(0)));
        Are([5, 5, 5, 5], m[0]);
    }

    [Fact]
    public void TooManyIndicesAreRefused()
    {
        Assert.Contains("too many indices for tensor of dimension 2", Assert.Throws<ExternalException>(() => m[.., .., 0..1]).Message);
        Assert.Contains("out of range", Assert.Throws<ExternalException>(() => m[3]).Message);
    }

    [Fact]
    public void IndexingLeavesNothingBehindInTheScope()
    {
        using var scope = NewDisposeScope();
        var part = m[.., 1..3];
        var number = m[1, 2];

        Assert.Equal(2, scope.DisposablesCount);
        Assert.Same(number, scope.DisposablesView.Single(disposable => ReferenceEquals(disposable, number)));
        Assert.Same(part, scope.DisposablesView.Single(disposable => ReferenceEquals(disposable, part)));
    }

    [Fact]
    public void PickingAndPlacing()
    {
        var index = tensor(new long[,] { { 1 }, { 0 }, { 3 } });
        Are([1, 4, 11], m.gather(1, index));
        Are([0, 9, 0, 0, 9, 0, 0, 0, 0, 0, 0, 9], zeros_like(m).scatter(1, index, full_like(m, 9)));
        Are([8, 9, 10, 11, 4, 5, 6, 7], m.index_select(0, tensor(new long[] { 2, 1 })));
        Are([0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 11], m.masked_fill(m < 9, 0));
        Are([9, 10, 11], m.masked_select(m >= 9));
        Are([0, 1, 1, 0], tensor(new long[,] { { 0, 5 }, { 5, 0 } }).nonzero());

        var places = tensor(new long[,] { { 0, 5 }, { 5, 0 }, { 0, 7 } }).nonzero_as_list();
        Assert.Equal(2, places.Count);
        Assert.All(places, place => Assert.Equal([3, 1], place.shape));
        Are([0, 1, 2], places[0]);
        Are([1, 0, 1], places[1]);
        Are([0, 1, 0, 0, 0, 1], nn.functional.one_hot(tensor(new long[] { 1, 2 }), 3));
    }
}

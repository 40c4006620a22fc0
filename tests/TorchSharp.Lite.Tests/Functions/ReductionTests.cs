using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Over the matrix 1 2 3 / 4 5 9; expected numbers by hand.</summary>
public class ReductionTests
{
    private readonly Tensor m = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 9 } });

    [Fact]
    public void Sums()
    {
        Are([24], m.sum());
        Are([5, 7, 12], m.sum(0L));
        Are([6, 18], m.sum([1L]));
        Are([24], m.sum(0, 1));
        Assert.Equal([2, 1], m.sum(1, keepdim: true).shape);
        Assert.Equal(ScalarType.Float64, m.sum(type: float64).dtype);
        Are([4], m.mean());
        Are([2, 6], m.mean([1L]));
        Are([1, 3, 6, 4, 9, 18], m.cumsum(1));
        Are([1, 2, 6, 4, 20, 180], m.cumprod(1));
    }

    [Fact]
    public void Extremes()
    {
        Are([9], m.max());
        Are([1], m.min());
        var (values, indexes) = m.max(1);
        Are([3, 9], values);
        Are([2, 2], indexes);
        Are([3, 9], m.amax(1));
        Are([1, 2, 3], m.amin([0L]));
        Are([5], m.argmax());
        Are([0, 0, 0], m.argmin(0));
    }

    [Fact]
    public void Spread()
    {
        // Of 1, 2, 3: variance 1, of 4, 5, 9: 7; without Bessel's correction 2/3 of them.
        Are([1, 7], m.var(1));
        Are([2 / 3f, 14 / 3f], m.var(1, unbiased: false));
        Are([1, 2.6457513f], m.std([1L]));
        Are([8], m.var());
        var (variance, mean) = m.var_mean(1);
        Are([1, 7], variance);
        Are([2, 6], mean);
        Are([5], Row(3, 4).norm());
        Are([7], Row(3, 4).norm(1f));
    }

    [Fact]
    public void Truth()
    {
        Assert.True((m > 0).all().item<bool>());
        Are([false, true], (m > 3).any(1));
        Are([3, 3], m.count_nonzero([1L]));
        Are([6], m.count_nonzero());
    }

    [Fact]
    public void Softmax()
    {
        // e/(1+e) and 1/(1+e).
        Are([0.2689414f, 0.7310586f], Row(0, 1).softmax(0));
        Are([-1.3132617f, -0.3132617f], Row(0, 1).log_softmax(0));
        Are([1.3132617f], Row(0, 1).logsumexp(0));
    }

    [Fact]
    public void Order()
    {
        var (values, indices) = Row(3, 1, 2).sort();
        Are([1, 2, 3], values);
        Are([1, 2, 0], indices);
        Are([0, 2, 1], Row(3, 1, 2).argsort(descending: true));
        Are([3, 2], Row(3, 1, 2).topk(2).values);
        Are([2], Row(3, 1, 2).median());
    }
}

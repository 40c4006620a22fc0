using static TorchSharp.Lite.Tests.Numbers;
using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests.Functions;

/// <summary>Expected numbers follow from the definitions, by hand.</summary>
public class ArithmeticTests
{
    private readonly Tensor a = Row(1, -2, 3);
    private readonly Tensor b = Row(4, 5, -6);

    [Fact]
    public void Operators()
    {
        Are([5, 3, -3], a + b);
        Are([-3, -7, 9], a - b);
        Are([4, -10, -18], a * b);
        Are([0.25f, -0.4f, -0.5f], a / b);
        Are([-1, 2, -3], -a);
        Are([3, 0, 5], a + 2);
        Are([9, 12, 7], 10 - a);
        Are([2, -4, 6], 2 * a);
        Are([6, -3, 2], 6 / a);
        Are([1, 0, 1], a % 2);
        Are([1, 3, -3], a % b);
    }

    [Fact]
    public void ComparisonsAreByElement()
    {
        Are([true, false, false], a == 1);
        Are([false, true, true], a != 1);
        Are([true, true, false], a < b);
        Are([false, false, true], a >= b);
        Are([false, true, false], 0 > a);
        Are([true, false, true], a.gt(0) & a.lt(10));
        Are([false, true, false], ~(a > 0));
        Are([true, false, true], (a > 0) ^ (a > 100));
        Assert.Equal(ScalarType.Bool, (a <= b).dtype);
    }

    [Fact]
    public void InPlaceMethodsChangeAndReturnTheTensorItself()
    {
        var t = Row(1, 4, 9);

        Assert.Same(t, t.sqrt_());
        Are([1, 2, 3], t);
        Assert.Same(t, t.add_(1).mul_(2).sub_(Row(0, 1, 2)).div_(2));
        Are([2, 2.5f, 3], t);
        Are([2 + (2 * 1 * 3), 2.5f + (2 * 2 * 2), 3 + (2 * 3 * 1)], t.clone().addcmul_(Row(1, 2, 3), Row(3, 2, 1), 2));
        Are([2 + (3 * 1 / 2f), 2.5f + (3 * 2 / 2f), 3 + (3 * 3 / 2f)], t.clone().addcdiv_(Row(1, 2, 3), Row(2, 2, 2), 3));
        Are([2, 2.25f, 3], t.clone().lerp_(Row(2, 2, 3), Row(0, 0.5f, 1)));
        Are([2.5f, 2.5f, 2.75f], t.clone().clamp_(2.5, 2.75));
        Are([7, 7, 7], t.clone().fill_(7));
        Are([0, 0, 0], t.clone().zero_());
        Are([5, 6, 7], t.clone().copy_(Row(5, 6, 7)));
        Are([7, 7.5f, 8], t.clone().add_(Row(1, 1, 1), 5));
    }

    [Fact]
    public void RoundedQuotients()
    {
        Are([-4, 3], Row(-7, 7).div(2, RoundingMode.floor));
        Are([-3, 3], Row(-7, 7).div(2, RoundingMode.trunc));
        Are([-3.5f, 3.5f], Row(-7, 7).div(2));
        Are([-3, 3], Row(-7, 7).div_(2, RoundingMode.trunc));
    }

    [Fact]
    public void IntegersStayIntegersAndQuotientsDoNot()
    {
        Assert.Equal(ScalarType.Int64, (arange(3) * 2).dtype);
        Assert.Equal(ScalarType.Float32, (arange(3) / 2).dtype);
        Assert.Equal(ScalarType.Float32, (arange(3) * 2.5).dtype);
        Assert.Equal(ScalarType.Float64, (zeros(1, dtype: float64) + a).dtype);
    }

    [Fact]
    public void Elementary()
    {
        Are([1, MathF.E, MathF.E * MathF.E], Row(0, 1, 2).exp());
        Are([0, 0.6931472f, float.NegativeInfinity, float.NaN], Row(1, 2, 0, -1).log());
        Are([0.6931472f], Row(1).log1p());
        Are([1.7182818f], Row(1).expm1());
        Are([1, 4, 9], a.square());
        Are([1, 4, 9], a.pow(2));
        Are([1, 0.5f], Row(1, 4).rsqrt());
        Are([1, 2, 3], a.abs());
        Are([1, -1, 1], a.sign());
        Are([1, -2, 2, 2], Row(1.4f, -1.6f, 1.5f, 2.5f).round());
        Are([1, -2], Row(1.9f, -1.1f).floor());
        Are([2, -1], Row(1.1f, -1.9f).ceil());
        Are([0, 0.8427008f], Row(0, 1).erf());
        Are([0, 0.4769363f], Row(0, 0.5f).erfinv());
        Are([0, 1], Row(0, MathF.PI / 2).sin());
        Are([1, -1], Row(0, MathF.PI).cos());
        Are([MathF.PI / 4], Row(1).atan2(Row(1)));
    }

    [Fact]
    public void ChoosingElements()
    {
        Are([1, 5, 3], where(a > 0, a, b));
        Are([1, 5, 3], a.where(a > 0, b));
        Are([4, 5, 3], maximum(a, b));
        Are([1, -2, -6], a.minimum(b));
        Are([1, -1, 2], a.clamp(-1, 2));
        Are([true, false], Row(float.NaN, 1).isnan());
        Are([false, true, false], Row(float.NaN, 1, float.PositiveInfinity).isfinite());
        Assert.True(a.allclose(a + 1e-7));
        Assert.False(a.allclose(a + 1e-3));
        Assert.True(allclose(a, a + 1e-3, atol: 1e-2));
        Are([true, true, true], a.equal(a));
    }
}

namespace JaxNet.Runtime.Tests.Layers;

public sealed class PaddingTests
{
    [Fact]
    public void NamesAreThoseOfJax()
    {
        Assert.Equal(["VALID", "SAME", "SAME_LOWER", "((1, 2), (0, 3))"], new[] { Padding.Valid, "same", "Same_Lower", Padding.Explicit((1, 2), (0, 3)) }.Select(padding => padding.ToString()));
        Assert.Contains("SAME_LOWER", Assert.Throws<ArgumentException>(() => (Padding)"HALF").Message);
    }

    [Fact]
    public void EqualAmountsAreEqualPaddings()
    {
        Assert.Equal(Padding.Explicit((1, 2), (0, 3)), Padding.Explicit((1, 2), (0, 3)));
        Assert.Equal(Padding.Explicit((1, 2)).GetHashCode(), Padding.Explicit((1, 2)).GetHashCode());
        Assert.NotEqual(Padding.Explicit((1, 2)), Padding.Explicit((2, 1)));
        Assert.NotEqual(Padding.Same, Padding.SameLower);
    }

    [Fact]
    public void NegativeAmountsAreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Padding.Explicit((0, 0), (0, -1)));
}

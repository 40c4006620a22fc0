namespace JaxNet.Runtime.Tests.Layers;

public sealed class PaddingTests
{
    [Fact]
    public void NamesAreThoseOfJax()
    {
        Assert.Equal(["VALID", "SAME", "SAME_LOWER", "((1, 2), (0, 3))"], new[] { WindowPadding.Valid, "same", "Same_Lower", WindowPadding.Explicit((1, 2), (0, 3)) }.Select(padding => padding.ToString()));
        Assert.Contains("SAME_LOWER", Assert.Throws<ArgumentException>(() => (WindowPadding)"HALF").Message);
    }

    [Fact]
    public void EqualAmountsAreEqualPaddings()
    {
        Assert.Equal(WindowPadding.Explicit((1, 2), (0, 3)), WindowPadding.Explicit((1, 2), (0, 3)));
        Assert.Equal(WindowPadding.Explicit((1, 2)).GetHashCode(), WindowPadding.Explicit((1, 2)).GetHashCode());
        Assert.NotEqual(WindowPadding.Explicit((1, 2)), WindowPadding.Explicit((2, 1)));
        Assert.NotEqual(WindowPadding.Same, WindowPadding.SameLower);
    }

    [Fact]
    public void NegativeAmountsAreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => WindowPadding.Explicit((0, 0), (0, -1)));
}

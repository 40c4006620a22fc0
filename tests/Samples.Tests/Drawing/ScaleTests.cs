using System.Globalization;
using JaxNet.Samples.Drawing.Charts;

namespace JaxNet.Samples.Tests.Drawing;

public class ScaleTests
{
    [Theory]
    [InlineData(0, 5, 5, "0 1 2 3 4 5")]
    [InlineData(0, 0.07, 5, "0.00 0.02 0.04 0.06 0.08")]
    [InlineData(0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(97.3, 100, 5, "97 98 99 100")]
    [InlineData(12, 970, 5, "0 200 400 600 800 1000")]
    [InlineData(3, 3, 5, "3.0 3.2 3.4 3.6 3.8 4.0")]
    [InlineData(double.NaN, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    public void Ticks_are_round_and_cover_all(double low, double high, int wanted, string ticks)
    {
        var scale = Scale.Around(low, high, wanted, (value, decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture));
        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(scale.Format)));
        Assert.Equal((0, 1), (scale.Position(scale.Low), scale.Position(scale.High)));
    }

    [Fact]
    public void Values_outside_of_the_range_lie_at_its_ends()
    {
        var scale = new Scale(0, 2, [], _ => "");
        Assert.Equal((0, 0.25, 1), (scale.Position(-1), scale.Position(0.5), scale.Position(9)));
    }
}

using JaxNet.Samples.Drawing;

namespace JaxNet.Samples.Tests.Drawing;

public class StrokesTests
{
    private static readonly Color Black = new(0, 0, 0);

    [Fact]
    public void A_line_on_whole_pixels_has_sharp_edges()
    {
        var canvas = new Canvas(20, 10, Theme.Paper);
        canvas.Line(new Point(2, 5), new Point(18, 5), 2, Black);
        Assert.Equal([255, 255, 255, 255, 0, 0, 255, 255, 255, 255], Enumerable.Range(0, 10).Select(y => canvas[10, y].Red));
    }

    [Fact]
    public void A_line_between_pixels_is_shared_by_them()
    {
        var canvas = new Canvas(20, 10, Theme.Paper);
        canvas.Line(new Point(2, 5), new Point(18, 5), 1, Black);
        Assert.Equal([255, 128, 128, 255], Enumerable.Range(3, 4).Select(y => canvas[10, y].Red));
    }

    [Fact]
    public void Where_a_stroke_meets_itself_nothing_is_painted_twice()
    {
        var canvas = new Canvas(20, 20, Theme.Paper);
        canvas.Polyline([new Point(2, 10), new Point(10, 10), new Point(18, 10), new Point(2, 10)], 4, Black.WithOpacity(0.5));
        Assert.Equal(128, canvas[10, 10].Red);
    }

    [Theory]
    [InlineData(-50, -50, 70, 70)]
    [InlineData(1e9, 5, 2e9, 5)]
    [InlineData(double.NaN, 5, 10, 5)]
    [InlineData(double.PositiveInfinity, 0, 0, double.NegativeInfinity)]
    public void What_lies_outside_of_the_canvas_does_no_harm(double x0, double y0, double x1, double y1) =>
        new Canvas(20, 20, Theme.Paper).Line(new Point(x0, y0), new Point(x1, y1), 3, Black);

    [Fact]
    public void A_frame_lies_around_its_box()
    {
        var canvas = new Canvas(20, 20, Theme.Paper);
        canvas.Frame(new Box(5, 5, 10, 10), 2, Black);
        Assert.Equal([255, 255, 255, 0, 0, 255, 255], Enumerable.Range(0, 7).Select(x => canvas[x, 10].Red));
    }

    [Fact]
    public void Pixels_of_an_image_become_squares()
    {
        var canvas = new Canvas(6, 6, Theme.Paper);
        canvas.Image(1, 1, [0, 255, 128, 0], width: 2, scale: 2, Black, Theme.Paper);
        Assert.Equal((0, 255, 128, 0), (canvas[2, 2].Red, canvas[3, 1].Red, canvas[1, 4].Red, canvas[4, 4].Red));
    }
}

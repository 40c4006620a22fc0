using JaxNet.Samples.Drawing;
using JaxNet.Samples.Drawing.Text;

namespace JaxNet.Samples.Tests.Drawing;

public class WritingTests
{
    private static readonly TextStyle Style = new(20, new Color(0, 0, 0));

    [Fact]
    public void Every_character_of_ascii_has_a_shape_of_its_own()
    {
        var unknown = Picture('\u4e00');
        var shapes = Enumerable.Range('!', '~' - '!' + 1).Select(c => Picture((char)c)).ToArray();
        Assert.Equal(shapes.Length, shapes.Distinct().Count());
        Assert.DoesNotContain(unknown, shapes);
    }

    [Theory]
    [InlineData(Align.Left, 50, 50 - 2, 50 + 3)]
    [InlineData(Align.Right, 50, 0, 50 + 2)]
    public void Text_stands_where_it_should(Align align, int x, int from, int to)
    {
        var canvas = new Canvas(300, 40, Theme.Paper);
        canvas.Text("H", x, 30, Style, align);
        var columns = Enumerable.Range(0, 300).Where(column => Enumerable.Range(0, 40).Any(row => canvas[column, row].Red < 100)).ToArray();
        Assert.InRange(align == Align.Left ? columns[0] : columns[^1], from, to);
        Assert.InRange(columns[^1] - columns[0], Writing.Width("H", Style) - 3, Writing.Width("H", Style) + 3);
    }

    [Fact]
    public void Longer_text_is_wider_and_no_text_has_no_width()
    {
        Assert.Equal(0, Writing.Width("", Style));
        Assert.True(Writing.Width("aa", Style) > Writing.Width("a", Style));
        Assert.True(Writing.Width("a a", Style) > Writing.Width("aa", Style));
    }

    private static string Picture(char character)
    {
        var canvas = new Canvas(40, 50, Theme.Paper);
        canvas.Text(character.ToString(), 6, 34, Style);
        return string.Concat(Enumerable.Range(0, 50).Select(y => Convert.ToHexString(canvas.Row(y))));
    }
}

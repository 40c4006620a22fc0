using System.Globalization;

namespace JaxNet.Samples.Drawing.Text;

/// <summary>Follows the ways by which <see cref="Alphabet"/> describes its characters.</summary>
/// <remarks>
/// M x y: go there. L x y: draw a line there. C x1 y1 x2 y2 x y: draw a Bézier curve there.
/// A cx cy rx ry from to: draw a part of an ellipse, in degrees clockwise from the right; if the pen is down, draw a line to its begin first.
/// O cx cy rx ry: draw an ellipse. D x y: make a dot.
/// </remarks>
internal sealed class Pen
{
    private const int PiecesPerTurn = 40;
    private const double DotWeight = 1.35;

    private readonly List<Segment> segments = [];
    private Point at;
    private bool down;

    public static Segment[] Follow(string way)
    {
        var pen = new Pen();
        var words = way.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            var command = words[i++];
            var numbers = words.Skip(i).TakeWhile(word => !char.IsAsciiLetter(word[0])).Select(Number).ToArray();
            pen.Do(command, numbers);
            i += numbers.Length;
        }

        return [.. pen.segments];
    }

    private void Do(string command, double[] n)
    {
        switch (command)
        {
            case "M": (at, down) = (new Point(n[0], n[1]), true); break;
            case "L": LineTo(new Point(n[0], n[1])); break;
            case "C": CurveTo(new Point(n[0], n[1]), new Point(n[2], n[3]), new Point(n[4], n[5])); break;
            case "A": Arc(n[0], n[1], n[2], n[3], n[4], n[5]); break;
            case "O": down = false; Arc(n[0], n[1], n[2], n[3], 0, 360); down = false; break;
            case "D": segments.Add(new Segment(new Point(n[0], n[1]), new Point(n[0], n[1]), DotWeight)); down = false; break;
            default: throw new ArgumentException($"A pen can't do '{command}'.", nameof(command));
        }
    }

    private void LineTo(Point to)
    {
        if (down && at != to) segments.Add(new Segment(at, to));
        (at, down) = (to, true);
    }

    private void Arc(double cx, double cy, double rx, double ry, double from, double to)
    {
        var pieces = (int)Math.Ceiling(Math.Abs(to - from) / 360 * PiecesPerTurn);
        for (var i = 0; i <= pieces; i++)
        {
            var (sin, cos) = Math.SinCos((from + (to - from) * i / pieces) * Math.PI / 180);
            LineTo(new Point(cx + rx * cos, cy + ry * sin));
        }
    }

    private void CurveTo(Point one, Point two, Point end)
    {
        const int pieces = PiecesPerTurn / 3;
        var start = at;
        for (var i = 1; i <= pieces; i++)
        {
            var t = (double)i / pieces;
            LineTo(new Point(Bezier(start.X, one.X, two.X, end.X, t), Bezier(start.Y, one.Y, two.Y, end.Y, t)));
        }
    }

    private static double Bezier(double a, double b, double c, double d, double t)
    {
        var u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}

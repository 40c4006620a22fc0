using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Tests.Driver;

/// <summary>A source with marks around the places that it is about: <c>[|Dense(x, 3)|]</c>.</summary>
internal sealed record Marked(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Parse(string source)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var starts = new Stack<int>();
        for (var i = 0; i < source.Length; i++)
        {
            if (source.AsSpan(i).StartsWith("[|"))
            {
                starts.Push(text.Length);
                i++;
            }
            else if (source.AsSpan(i).StartsWith("|]"))
            {
                spans.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return new Marked(text.ToString(), spans);
    }
}

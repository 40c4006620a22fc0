using System.Text;

namespace JaxNet.Generators.Writing;

/// <summary>Builds indented source text. Lines end in LF on every system, so that the output is the same everywhere.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>How many columns a line starts with.</summary>
    public int Indentation => _depth * 4;

    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', Indentation).Append(text);

        _text.Append('\n');
    }

    /// <summary>A line that starts in the first column: a directive.</summary>
    public void Directive(string text) => _text.Append(text).Append('\n');

    public void Open(string header)
    {
        Line(header);
        Open();
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    public void Indent() => _depth++;

    public void Unindent() => _depth--;

    public override string ToString() => _text.ToString();
}

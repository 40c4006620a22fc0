using System.Text;
using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>
/// Text of a statement behind a <c>#line</c> directive, which knows what place in the source its end maps to. Where that
/// isn't the right one any more, because something on the line was replaced, another directive puts it right.
/// </summary>
internal sealed class MappedText
{
    private readonly StringBuilder _text = new();
    private readonly Anchor _anchor;
    private readonly int _indentation;
    private SourceSpan _from;
    private int _line;
    private int _column;

    public MappedText(Anchor anchor, SourceSpan span, int indentation)
    {
        (_anchor, _indentation) = (anchor, indentation);
        Begin(span);
    }

    public void Add(string text)
    {
        _text.Append(text);
        var lastBreak = text.LastIndexOf('\n');
        _line += text.Count(character => character == '\n');
        _column = lastBreak < 0 ? _column + text.Length : text.Length - lastBreak - 1;
    }

    /// <summary>Sees to it that what follows maps to the start of <paramref name="span"/>.</summary>
    public void Mark(SourceSpan span)
    {
        var column = _line == 0 ? _from.StartColumn + _column - _indentation : _column;
        if (_from.StartLine + _line == span.StartLine && column == span.StartColumn)
            return;

        while (_text[_text.Length - 1] == ' ')
            _text.Length--;

        _text.Append('\n');
        Begin(span);
    }

    public override string ToString() => _text.ToString();

    private void Begin(SourceSpan span)
    {
        var (start, end) = (_anchor.Line + span.StartLine + 1, _anchor.Line + span.EndLine + 1);
        _text.Append($"#line ({start}, {span.StartColumn + 1}) - ({end}, {span.EndColumn + 1}) {_indentation} \"{_anchor.File}\"\n");
        _text.Append(' ', _indentation);
        (_from, _line, _column) = (span, 0, _indentation);
    }
}

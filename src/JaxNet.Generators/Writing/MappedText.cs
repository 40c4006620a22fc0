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
    private int _offset;
    private int _line;
    private int _column;

    public MappedText(Anchor anchor, MarkPiece start, int indentation)
    {
        (_anchor, _indentation) = (anchor, indentation);
        Begin(start);
    }

    public void Add(string text)
    {
        _text.Append(text);
        var lastBreak = text.LastIndexOf('\n');
        _line += text.Count(character => character == '\n');
        _column = lastBreak < 0 ? _column + text.Length : text.Length - lastBreak - 1;
    }

    /// <summary>Sees to it that what follows maps to a place in the source.</summary>
    public void Mark(MarkPiece mark)
    {
        var column = _line == 0 ? _from.StartColumn + _column - _offset : _column;
        if (!mark.IsChanged && _from.StartLine + _line == mark.Span.StartLine && column == mark.Span.StartColumn)
            return;

        while (_text[_text.Length - 1] == ' ')
            _text.Length--;

        if (_text[_text.Length - 1] != '\n')
            _text.Append('\n');

        Begin(mark);
    }

    public override string ToString() => _text.ToString();

    private void Begin(MarkPiece mark)
    {
        // Lines and columns of the directive count from 1, and its end is the last character.
        // A node that starts before the offset maps to the whole span, however long its text is here; one that starts at
        // or behind it maps to as much text as it has itself.
        _offset = mark.IsChanged ? _indentation + 1 : _indentation;
        var span = mark.Span;
        var (start, end) = (_anchor.Line + span.StartLine + 1, _anchor.Line + span.EndLine + 1);
        _text.Append($"#line ({start}, {span.StartColumn + 1}) - ({end}, {span.EndColumn}) {_offset} \"{_anchor.File}\"\n");
        _text.Append(' ', _indentation);
        (_from, _line, _column) = (span, 0, _indentation);
    }
}

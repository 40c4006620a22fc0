using System.Text;
using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Reading;

/// <summary>Gathers pieces; text that follows text becomes one piece.</summary>
internal sealed class PieceList
{
    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _text = new();

    public void Add(string text) => _text.Append(text);

    public void Add(SyntaxTriviaList trivia) => SourceText.Append(_text, trivia);

    public void Add(SyntaxToken token) => SourceText.Append(_text, token);

    public void Add(PieceList pieces)
    {
        foreach (var piece in pieces.Trimmed())
            Add(piece);
    }

    /// <summary>Whether anything but the user's own text is in it.</summary>
    public bool HasReplacements => _pieces.Any(piece => piece is not (TextPiece or MarkPiece));

    /// <summary>Adds all pieces with the blanks around them.</summary>
    public void Append(PieceList pieces)
    {
        pieces.Flush();
        foreach (var piece in pieces._pieces)
            Add(piece);
    }

    /// <summary>Adds all pieces, and a mark behind the blanks that they begin with.</summary>
    public void AddMarked(MarkPiece mark, PieceList pieces)
    {
        pieces.Flush();
        var blanks = pieces._pieces.Count > 0 && pieces._pieces[0] is TextPiece first ? first.Text.Length - first.Text.TrimStart().Length : 0;
        if (blanks > 0)
        {
            var text = ((TextPiece)pieces._pieces[0]).Text;
            _text.Append(text, 0, blanks);
            pieces._pieces[0] = new TextPiece(text.Substring(blanks));
        }

        Add(mark);
        Append(pieces);
    }

    /// <summary>Puts <paramref name="piece"/> where <paramref name="node"/> stood, between the same blanks.</summary>
    public void Replace(SyntaxNode node, Piece piece)
    {
        SourceText.Append(_text, node.GetLeadingTrivia());
        Add(piece);
        SourceText.Append(_text, node.GetTrailingTrivia());
    }

    /// <summary>The pieces without blanks before the first and behind the last.</summary>
    public EquatableArray<Piece> Trimmed()
    {
        Flush();
        var pieces = _pieces.ToList();
        if (pieces.Count > 0 && pieces[0] is TextPiece first)
            pieces[0] = new TextPiece(first.Text.TrimStart());

        if (pieces.Count > 0 && pieces[pieces.Count - 1] is TextPiece last)
            pieces[pieces.Count - 1] = new TextPiece(last.Text.TrimEnd());

        return pieces.Where(piece => piece is not TextPiece { Text: "" }).ToEquatableArray();
    }

    private void Add(Piece piece)
    {
        if (piece is TextPiece text)
        {
            _text.Append(text.Text);
        }
        else
        {
            Flush();
            _pieces.Add(piece);
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
            _pieces.Add(new TextPiece(_text.ToString()));

        _text.Clear();
    }
}

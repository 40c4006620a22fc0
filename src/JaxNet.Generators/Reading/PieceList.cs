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

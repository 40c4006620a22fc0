using Microsoft.CodeAnalysis;

namespace JaxNet.CodeFixes;

/// <summary>How a file is laid out, for code that is to look as if its author had written it.</summary>
internal static class SourceLayout
{
    /// <summary>What ends the lines of the file that a node is in.</summary>
    public static string NewLineOf(SyntaxNode node)
    {
        var first = node.SyntaxTree.GetText().Lines[0];
        return first.SpanIncludingLineBreak.Length == first.Span.Length + 2 ? "\r\n" : "\n";
    }

    /// <summary>What stands before the first of a line's code, where a node begins.</summary>
    public static string IndentOf(SyntaxNode node) =>
        string.Concat(node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString().TakeWhile(char.IsWhiteSpace));
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Reading;

/// <summary>
/// Tokens as they are copied into generated code: white space and line breaks stay, so that lines keep their numbers;
/// comments and directives don't, so that editing them changes nothing.
/// </summary>
internal static class SourceText
{
    public static void Append(StringBuilder text, SyntaxToken token)
    {
        Append(text, token.LeadingTrivia);
        text.Append(token.Text);
        Append(text, token.TrailingTrivia);
    }

    public static void Append(StringBuilder text, SyntaxTriviaList trivia)
    {
        for (var i = 0; i < trivia.Count; i++)
        {
            var item = trivia[i];
            if (item.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                text.Append(item.ToString());
            }
            else if (item.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                // A comment that ended this line has left its blanks behind.
                while (text.Length > 0 && text[text.Length - 1] == ' ')
                    text.Length--;

                text.Append('\n');
            }
            else
            {
                // What is left out must not let what is around it become one token: 'return/* it */x'.
                var lines = item.ToFullString().Count(character => character == '\n');
                var isBetween = lines == 0 && (i + 1 == trivia.Count || !(trivia[i + 1].Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)) &&
                    (text.Length == 0 || !char.IsWhiteSpace(text[text.Length - 1]));
                text.Append('\n', lines).Append(isBetween ? " " : "");
            }
        }
    }
}

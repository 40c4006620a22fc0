using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers;

/// <summary>Code as messages quote it: on one line, and not too long.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest - 3) + "...";
    }
}

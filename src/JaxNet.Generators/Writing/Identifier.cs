using Microsoft.CodeAnalysis.CSharp;

namespace JaxNet.Generators.Writing;

/// <summary>Names as code has them.</summary>
internal static class Identifier
{
    /// <summary>A symbol's name with the <c>@</c> that a keyword needs.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}

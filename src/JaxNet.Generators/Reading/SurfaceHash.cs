using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// A hash of everything that a file declares, without comments and the bodies of its members: what other files can
/// see of it. FNV-1a, 64 bit (Fowler, Noll and Vo).
/// </summary>
internal static class SurfaceHash
{
    public const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(SyntaxNode root)
    {
        var hash = Start;
        Add(root, ref hash);
        return hash;
    }

    public static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);

    private static void Add(SyntaxNode node, ref ulong hash)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                if (!IsBody(inner))
                    Add(inner, ref hash);
            }
            else
            {
                foreach (var character in child.AsToken().Text)
                    hash = Add(hash, character);

                // Between tokens, so that 'a b' and 'ab' differ.
                hash = Add(hash, '\n');
            }
        }
    }

    /// <summary>Whether a node is the body of a member, which the hash leaves out.</summary>
    public static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or GlobalStatementSyntax ||
        (node is ArrowExpressionClauseSyntax && node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax);
}

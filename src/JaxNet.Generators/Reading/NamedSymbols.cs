using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>What a template's type says by a plain name, which a generated member of that name would take over.</summary>
internal static class NamedSymbols
{
    // All templates of a type ask the same part of it, each for several names.
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> s_inCode = new();
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> s_inDeclarations = new();

    /// <summary>
    /// Whether a type's code says a name. Of its parts in other files only the declarations count: an edit in a body there reads no other file again.
    /// </summary>
    public static bool AreNamed(string name, MethodDeclarationSyntax template, INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(
        part => part.SyntaxTree == template.SyntaxTree
            ? InCode(part.GetSyntax()).Contains(name)
            : s_inDeclarations.GetValue(part.GetSyntax(), node => NamesIn(node, inner => !SurfaceHash.IsBody(inner))).Contains(name));

    /// <summary>The names in the code of templates' types that begin as what is generated for them does.</summary>
    public static IEnumerable<string> LikeGenerated(IEnumerable<MethodDeclarationSyntax> templates) => templates.GroupBy(template => template.Parent).SelectMany(type =>
    {
        var starts = type.Select(template => template.Identifier.ValueText).Distinct().ToList();
        return InCode(type.Key!).Where(name => starts.Any(start => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal)));
    });

    private static HashSet<string> InCode(SyntaxNode part) => s_inCode.GetValue(part, node => NamesIn(node, _ => true));

    private static HashSet<string> NamesIn(SyntaxNode part, Func<SyntaxNode, bool> descends) =>
        [.. part.DescendantNodes(descends).OfType<SimpleNameSyntax>().Where(IsPlain).Select(name => name.Identifier.ValueText)];

    /// <summary>Whether a name is looked up where it stands, and not in what stands before it.</summary>
    private static bool IsPlain(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        QualifiedNameSyntax qualified => qualified.Right != name,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };
}

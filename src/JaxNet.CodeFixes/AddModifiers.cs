using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0001 and JXN0002: makes a template <c>static partial</c>, and the types around it <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class AddModifiers() : RuleFix("JXN0001", "JXN0002")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) => node switch
    {
        MethodDeclarationSyntax method => new(
            $"Make '{method.Identifier.ValueText}' static partial",
            method,
            With(With(method, SyntaxKind.StaticKeyword), SyntaxKind.PartialKeyword)),
        TypeDeclarationSyntax type => new(
            $"Make '{type.Identifier.ValueText}' partial",
            type,
            With(type, SyntaxKind.PartialKeyword)),
        _ => null,
    };

    private static MemberDeclarationSyntax With(MemberDeclarationSyntax declaration, SyntaxKind kind)
    {
        var modifiers = declaration.Modifiers;
        if (modifiers.Any(kind))
            return declaration;

        // 'partial' has to stand right before what it is about.
        var partial = modifiers.IndexOf(SyntaxKind.PartialKeyword);
        var index = partial < 0 ? modifiers.Count : partial;
        var first = declaration.AttributeLists.Count == 0 && modifiers.Count == 0 ? declaration.GetFirstToken() : FirstAfterAttributes(declaration);
        if (index > 0)
            return declaration.WithModifiers(modifiers.Insert(index, SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space)));

        // What stood before the declaration, its comments say, now stands before the modifier.
        var modifier = SyntaxFactory.Token(first.LeadingTrivia, kind, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var bare = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return bare.WithModifiers(bare.Modifiers.Insert(0, modifier));
    }

    private static SyntaxToken FirstAfterAttributes(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
}

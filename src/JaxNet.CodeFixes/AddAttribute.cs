using System.Composition;
using System.Threading;
using JaxNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.CodeFixes;

/// <summary>JXN0012: writes <c>[Parametrized]</c> above a partial method that nobody writes the other part of.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class AddAttribute() : RuleFix("JXN0012")
{
    protected override Edit? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method &&
        model.GetDeclaredSymbol(method, cancellation) is { } symbol && ForgottenAttributes.Contain(method, symbol)
            ? new($"Make '{method.Identifier.ValueText}' a template", method, WithAttribute(method))
            : null;

    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax method)
    {
        var attribute = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Parametrized"))])
            .WithLeadingTrivia(method.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(SourceLayout.NewLineOf(method)), SyntaxFactory.Whitespace(SourceLayout.IndentOf(method)));
        var bare = method.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute));
    }
}

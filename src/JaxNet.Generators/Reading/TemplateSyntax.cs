using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JaxNet.Generators.Reading;

/// <summary>Finds templates by their looks alone, which is what makes an edit elsewhere cheap.</summary>
internal static class TemplateSyntax
{
    public static IReadOnlyList<MethodDeclarationSyntax> FindIn(SyntaxNode root) => FindIn(root, IsTemplate);

    public static IReadOnlyList<MethodDeclarationSyntax> FindIn(SyntaxNode root, Func<MethodDeclarationSyntax, bool> isMeant)
    {
        var found = new List<MethodDeclarationSyntax>();
        FindIn(root, isMeant, found);
        return found;
    }

    private static void FindIn(SyntaxNode node, Func<MethodDeclarationSyntax, bool> isMeant, List<MethodDeclarationSyntax> found)
    {
        foreach (var child in node.ChildNodes())
        {
            if (child is MethodDeclarationSyntax method)
            {
                if (isMeant(method))
                    found.Add(method);
            }
            else if (child is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            {
                FindIn(child, isMeant, found);
            }
        }
    }

    /// <summary>A template up to its body, with what stands above it.</summary>
    public static string HeaderOf(MethodDeclarationSyntax template)
    {
        var body = (SyntaxNode?)template.Body ?? template.ExpressionBody;
        return template.SyntaxTree.GetText().ToString(TextSpan.FromBounds(template.FullSpan.Start, body?.SpanStart ?? template.FullSpan.End));
    }

    public static bool IsTemplate(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(IsTemplate);

    public static bool IsTemplate(AttributeListSyntax attributes) => attributes.Attributes.Any(IsTemplate);

    public static bool IsTemplate(AttributeSyntax attribute) => NameOf(attribute.Name) is "Parametrized" or "ParametrizedAttribute";

    /// <summary>Whether an attribute of that name is another one, of the user's own; one that doesn't bind yet may be ours.</summary>
    public static bool IsForeign(IMethodSymbol template) => !template.GetAttributes().Any(
        attribute => attribute.AttributeClass is { Name: "Parametrized" or "ParametrizedAttribute" } type && (type.TypeKind == TypeKind.Error || TreeTypes.IsJaxNet(type)));

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}

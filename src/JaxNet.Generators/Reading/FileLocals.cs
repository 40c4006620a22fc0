using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Types that are local to their file, where generated code, which stands in another one, can't reach them.</summary>
internal static class FileLocals
{
    /// <summary>The names in a body that stand for such a type or a static member of one.</summary>
    public static IEnumerable<(SimpleNameSyntax Name, INamedTypeSymbol Type)> NamedIn(SyntaxNode body, SemanticModel model)
    {
        if (!AreIn(body.SyntaxTree))
            yield break;

        foreach (var name in body.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (!IsBehindType(name, model) && TypeBehind(model.GetSymbolInfo(name).Symbol) is { } type)
                yield return (name, type);
        }
    }

    /// <summary>Whether a name's type stands before it, and is what there is to say.</summary>
    private static bool IsBehindType(SimpleNameSyntax name, SemanticModel model) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => model.GetSymbolInfo(access.Expression).Symbol is INamedTypeSymbol,
        QualifiedNameSyntax qualified when qualified.Right == name => model.GetSymbolInfo(qualified.Left).Symbol is INamedTypeSymbol,
        _ => false,
    };

    /// <summary>Whether a using directive of the file names such a type, so that it has no place in another file.</summary>
    public static bool IsNamedBy(UsingDirectiveSyntax directive, SemanticModel model) =>
        AreIn(directive.SyntaxTree) && directive.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => TypeBehind(model.GetSymbolInfo(name).Symbol) is not null);

    /// <summary>Whether a file has any: most have none, and nothing of them is looked up.</summary>
    private static bool AreIn(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Any(node => node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.FileKeyword));

    private static INamedTypeSymbol? TypeBehind(ISymbol? symbol) => symbol switch
    {
        IAliasSymbol { Target: INamedTypeSymbol target } => OutermostFileLocal(target),
        INamedTypeSymbol type => OutermostFileLocal(type),
        IMethodSymbol { ReducedFrom: { } extension } => OutermostFileLocal(extension.ContainingType),
        { IsStatic: true, ContainingType: { } type } => OutermostFileLocal(type),
        _ => null,
    };

    private static INamedTypeSymbol? OutermostFileLocal(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                return type;
        }

        return null;
    }
}

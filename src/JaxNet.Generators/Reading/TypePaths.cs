using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>
/// How a file's types name other types. It is the same for all members of a type, and takes the compiler long to tell: it goes through all
/// that a <c>using static</c> brings.
/// </summary>
internal sealed class TypePaths(SemanticModel model)
{
    private static readonly SymbolDisplayFormat s_inFull =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Dictionary<(SyntaxNode? Scope, string Type), string> _paths = [];
    private readonly Dictionary<(SyntaxNode? Scope, string Name), bool> _hidden = [];

    /// <summary>The shortest name of a type at a member's position.</summary>
    public string PathOf(ITypeSymbol type, int position)
    {
        var key = (ScopeAt(position), type.ToDisplayString(s_inFull));
        if (!_paths.TryGetValue(key, out var path))
        {
            path = type.ToMinimalDisplayString(model, position);
            _paths.Add(key, path = Means(path, type, position) ? path : key.Item2);
        }

        return path;
    }

    /// <summary>The compiler's shortest name starts at a namespace, of which an inner one may have the name: <c>JaxNet.Layers</c> in <c>Contoso.JaxNet</c>.</summary>
    private bool Means(string path, ITypeSymbol type, int position) => type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } ||
        SymbolEqualityComparer.Default.Equals(type, model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseTypeName(path), SpeculativeBindingOption.BindAsTypeOrNamespace).Type);

    /// <summary>Whether a name means a value there, and not a type or namespace.</summary>
    public bool IsHidden(string name, int position)
    {
        var key = (ScopeAt(position), name);
        if (!_hidden.TryGetValue(key, out var hidden))
            _hidden.Add(key, hidden = model.LookupSymbols(position, name: name).Any(symbol => symbol is not (INamespaceOrTypeSymbol or IAliasSymbol)));

        return hidden;
    }

    // In a body each place is a scope of its own; a member's name stands in its type.
    private SyntaxNode? ScopeAt(int position)
    {
        var parent = model.SyntaxTree.GetRoot().FindToken(position).Parent;
        return parent is MethodDeclarationSyntax ? parent.Parent : parent;
    }
}

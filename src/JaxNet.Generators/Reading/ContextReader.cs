using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>Reads what stands around a template, so that generated code can stand in the same surroundings.</summary>
internal static class ContextReader
{
    public static DeclarationContext Read(MethodDeclarationSyntax template, SemanticModel model)
    {
        var unit = (CompilationUnitSyntax)template.SyntaxTree.GetRoot();
        var namespaces = template.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse();
        var types = template.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().ToList();
        return new DeclarationContext(
            Lines(unit.Externs, unit.Usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.None)), model).ToEquatableArray(),
            namespaces.Select(n => new NamespaceContext(n.Name.ToString(), Lines(n.Externs, n.Usings, model).ToEquatableArray())).ToEquatableArray(),
            types.Select(HeaderOf).ToEquatableArray(),
            GlueAt(template.Identifier.SpanStart, model));
    }

    private static IEnumerable<string> Lines(IEnumerable<SyntaxNode> externs, IEnumerable<UsingDirectiveSyntax> usings, SemanticModel model) =>
        externs.Concat(usings.Where(directive => !IsUnfinished(directive) && !FileLocals.IsNamedBy(directive, model)))
            .Select(directive => directive.WithoutTrivia().NormalizeWhitespace().ToString());

    /// <summary>Whether a directive is no C# yet, which is said once, where the user writes it.</summary>
    private static bool IsUnfinished(UsingDirectiveSyntax directive) =>
        directive.ContainsDiagnostics && directive.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string HeaderOf(TypeDeclarationSyntax type)
    {
        var keyword = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"record {record.ClassOrStructKeyword.Text}"
            : type.Keyword.Text;
        return $"{(type.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "")}partial {keyword} {type.Identifier.Text}{TypeParametersOf(type.TypeParameterList)}";
    }

    /// <summary>The names of type parameters, with their brackets; empty if there are none.</summary>
    private static string TypeParametersOf(TypeParameterListSyntax? list) =>
        list is null ? "" : $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>";

    private static GlueNames GlueAt(int position, SemanticModel model) => new(GlueNames.Types.Select(type =>
    {
        var wanted = model.Compilation.GetTypeByMetadataName(GlueNames.MetadataName(type));
        var candidates = model.LookupNamespacesAndTypes(position, name: type == "Template" ? "TemplateAttribute" : type);

        // A generic and a plain type of one name may be found together; another type of the name must not be, nor a member.
        var isShort = wanted is not null && candidates.Any(c => SymbolEqualityComparer.Default.Equals(c, wanted)) &&
            candidates.All(c => TreeTypes.IsJaxNet(c) || SymbolEqualityComparer.Default.Equals(c, wanted)) &&
            model.LookupSymbols(position, name: type).All(symbol => symbol is INamespaceOrTypeSymbol or IAliasSymbol) &&
            !GeneratedNames.WillBeInSight(type, position, model);
        return isShort ? type : GlueNames.InFull(type);
    }).ToEquatableArray());
}

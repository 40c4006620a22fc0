using JaxNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JaxNet.Generators.Reading;

/// <summary>What a template's docs say that holds for its factory as well: of its hyperparameters and type parameters, and of what it throws.</summary>
internal static class FactoryDocumentation
{
    /// <returns>The lines, without what makes them comments.</returns>
    public static EquatableArray<string> Of(MethodDeclarationSyntax template, IMethodSymbol symbol)
    {
        var named = symbol.Parameters.Where(parameter => SurfaceReader.RoleOf(parameter) != ParameterRole.Input).Select(parameter => ("param", parameter.Name))
            .Concat(symbol.TypeParameters.Select(parameter => ("typeparam", parameter.Name)))
            .ToList();
        return template.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
            .Where(element => !element.ContainsDiagnostics && (NameOf(element) == "exception" || named.Contains((NameOf(element), ParameterOf(element)))))
            .SelectMany(LinesOf)
            .ToEquatableArray();
    }

    private static string NameOf(XmlElementSyntax element) => element.StartTag.Name.LocalName.ValueText;

    private static string ParameterOf(XmlElementSyntax element) =>
        element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.ValueText ?? "";

    private static IEnumerable<string> LinesOf(XmlElementSyntax element) => element.ToString().Split('\n').Select(line => line.Trim()).Select(
        line => line.StartsWith("///", StringComparison.Ordinal) ? line.Substring(3).Trim() : line.StartsWith("*", StringComparison.Ordinal) ? line.Substring(1).Trim() : line);
}

using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>The comment of a symbol, with what it inherits.</summary>
internal sealed class Comment
{
    private readonly XElement[] parts;

    private Comment(XElement[] parts) => this.parts = parts;

    public static Comment Of(ISymbol symbol, Compilation compilation) => new(Parts(symbol, compilation, depth: 0));

    /// <summary>An element of the comment: <c>summary</c>, <c>remarks</c>, <c>returns</c>.</summary>
    public XElement? this[string name] => parts.FirstOrDefault(part => part.Name == name);

    /// <summary>The elements of one kind, each once: <c>param</c>, <c>typeparam</c> by their names, <c>exception</c> by what is thrown.</summary>
    public IEnumerable<(string Name, XElement Text)> All(string kind, string attribute) =>
        parts.Where(part => part.Name == kind).Select(part => ((string)part.Attribute(attribute)!, part)).DistinctBy(part => part.Item1);

    // What a symbol says itself comes first, and counts.
    private static XElement[] Parts(ISymbol symbol, Compilation compilation, int depth)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml) || depth > 5) return [];
        var member = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        var inherited = member.Elements("inheritdoc").SelectMany(inherit =>
        {
            var source = inherit.Attribute("cref") is { } cref ? DocumentationCommentId.GetFirstSymbolForDeclarationId(cref.Value, compilation) : Above(symbol);
            var found = source is null ? [] : Parts(source, compilation, depth + 1);
            return inherit.Attribute("path") is not { } path ? found : new XElement("member", found.Select(part => new XElement(part))).XPathSelectElements(path.Value.TrimStart('/'));
        });
        return [.. member.Elements().Where(part => part.Name != "inheritdoc"), .. inherited];
    }

    private static ISymbol? Above(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        INamedTypeSymbol type => type.BaseType,
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name)).FirstOrDefault(),
    };
}

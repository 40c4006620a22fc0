using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>Comments as Markdown.</summary>
/// <param name="api">What can be linked to.</param>
internal sealed partial class Prose(Api api)
{
    /// <summary>The text of an element, in paragraphs.</summary>
    public string Text(XElement? element) => element is null ? "" : Blank().Replace(Inner(element).Trim(), "\n\n");

    /// <summary>The text in one line, for the cell of a table.</summary>
    public string Cell(XElement? element) => Space().Replace(Text(element), " ").Replace("|", "\\|");

    /// <summary>The first sentence, for a list of what there is.</summary>
    public string First(XElement? element)
    {
        var text = Space().Replace(Text(element).Split("\n\n")[0], " ").Replace("|", "\\|");
        var end = SentenceEnd().Match(text);
        return end.Success ? text[..(end.Index + 1)] : text;
    }

    private string Inner(XElement element) => string.Concat(element.Nodes().Select(Node));

    private string Node(XNode node) => node switch
    {
        XText text => Escape(Space().Replace(text.Value, " ")),
        XElement { Name.LocalName: "c" } code => Code(code.Value),
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => Code((string)name.Attribute("name")!),
        XElement { Name.LocalName: "see" or "seealso" } see => See(see),
        XElement { Name.LocalName: "para" } paragraph => $"\n\n{Inner(paragraph).Trim()}\n\n",
        XElement { Name.LocalName: "code" } block => $"\n\n```csharp\n{block.Value.Trim('\n')}\n```\n\n",
        XElement { Name.LocalName: "list" } list => $"\n\n{string.Join('\n', list.Elements("item").Select(item => "- " + Space().Replace(Inner(item), " ").Trim()))}\n\n",
        XElement other => Inner(other),
        _ => "",
    };

    private string See(XElement see)
    {
        if ((string?)see.Attribute("langword") is { } word) return Code(word);
        if ((string?)see.Attribute("href") is { } address) return $"[{Escape(see.Value.Length > 0 ? see.Value : address)}]({address})";
        var id = (string)see.Attribute("cref")!;
        var symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, api.Compilation);
        var text = see.Value.Length > 0 ? see.Value : symbol is null ? id[(id.IndexOf(':') + 1)..] : ShortName(symbol);
        return symbol is not null && Link(symbol) is { } link ? $"[{Code(text)}]({link})" : Code(text);
    }

    private string? Link(ISymbol symbol) => !api.Has(symbol) ? null
        : symbol is INamedTypeSymbol type ? Names.Page(type)
        : $"{Names.Page(symbol.ContainingType)}#{Names.Anchor(Names.Heading(symbol))}";

    private static string ShortName(ISymbol symbol) => symbol is INamedTypeSymbol type ? Names.Of(type) : $"{symbol.ContainingType?.Name}.{symbol.Name}";

    private static string Code(string text) => $"`{Space().Replace(text, " ")}`";

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("*", "\\*").Replace("_", "\\_");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\n\s*\n\s*")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\.(?= \p{Lu})")]
    private static partial Regex SentenceEnd();
}

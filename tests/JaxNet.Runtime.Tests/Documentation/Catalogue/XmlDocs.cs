using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JaxNet.Runtime.Tests.Documentation.Catalogue;

/// <summary>What the XML docs of JaxNet's methods say, as Markdown.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(typeof(Key).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>The documentation of a method: of several overloads the one that says most.</summary>
    public XElement Of(Type type, string method) => _members
        .Where(member => member.Key.StartsWith($"M:{type.FullName}.{method}(", StringComparison.Ordinal) || member.Key.StartsWith($"M:{type.FullName}.{method}`", StringComparison.Ordinal) ||
            member.Key == $"M:{type.FullName}.{method}")
        .Select(member => Resolve(member.Value))
        .MaxBy(member => member.Elements("param").Count())
        ?? throw new KeyNotFoundException($"{type.Name}.{method} has no XML docs.");

    /// <summary>The first sentence of the summary.</summary>
    public static string Summary(XElement member)
    {
        var text = Text(member.Element("summary"));
        return FirstSentence().Match(text) is { Success: true, Value: var sentence } ? sentence.TrimEnd('.', ':', ' ') : text.TrimEnd('.');
    }

    public static string Text(XElement? element) => element is null ? "" : Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => $"`{Last(((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name"))!)}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "code" } => "",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string Last(string cref) => cref.Split('(')[0].Split('.', ':')[^1].Split('`')[0];

    /// <summary>A whole inheritdoc gives the other member's docs.</summary>
    private XElement Resolve(XElement member)
    {
        if (member.Element("inheritdoc") is not { } inherit || inherit.Attribute("cref") is not { Value: var other })
            return member;

        var merged = new XElement(_members[other]);
        foreach (var own in member.Elements().Where(element => element.Name != "inheritdoc"))
        {
            merged.Elements(own.Name).Where(element => (string?)element.Attribute("name") == (string?)own.Attribute("name")).Remove();
            merged.Add(own);
        }

        return merged;
    }

    [GeneratedRegex(@"^.*?[.:] (?=[A-Z`])|^.*?: ")]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>The comments that the compiler has written beside a library.</summary>
internal sealed class XmlComments : DocumentationProvider
{
    private readonly string file;
    private readonly Dictionary<string, string> members;

    private XmlComments(string file, Dictionary<string, string> members) => (this.file, this.members) = (file, members);

    public static XmlComments Load(string file) => new(
        file,
        XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString(SaveOptions.DisableFormatting)));

    public override bool Equals(object? other) => other is XmlComments comments && comments.file == file;

    public override int GetHashCode() => file.GetHashCode(StringComparison.Ordinal);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        members.GetValueOrDefault(documentationMemberID, "");
}

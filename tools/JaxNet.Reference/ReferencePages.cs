using System.Text;
using Microsoft.CodeAnalysis;

namespace JaxNet.Reference;

/// <summary>The pages of the reference: an index, and one for each type.</summary>
/// <param name="api">What they are about.</param>
public sealed class ReferencePages(Api api)
{
    private readonly Prose prose = new(api);

    /// <summary>The pages, each with its file's name.</summary>
    public IEnumerable<(string Name, string Text)> Write() =>
        api.Types.Select(type => (Names.Page(type), Page(type))).Prepend(("index.md", Index()));

    private string Index()
    {
        var outer = api.Types.Where(type => type.ContainingType is null).ToLookup(type => type.IsStatic);
        var page = new StringBuilder("# API reference\n\nWritten from the comments in the code. What layers, optimizers and random numbers there are, and what others call them, is in the [catalogue](../catalogue.md).\n");
        Table(page, "## Functions", outer[true]);
        Table(page, "## Types", outer[false]);
        return page.ToString();
    }

    private string Page(INamedTypeSymbol type)
    {
        var page = new StringBuilder($"# {Names.Of(type).Replace("<", "&lt;")}\n\n");
        if (type.ContainingType is { } outer) page.Append($"In [{Names.Of(outer).Replace("<", "&lt;")}]({Names.Page(outer)}).\n\n");
        Describe(page, type, Signatures.Of(type));
        foreach (var kind in api.MembersOf(type).GroupBy(Kind).OrderBy(group => Array.IndexOf(Kinds, group.Key)))
        {
            page.Append($"## {kind.Key}\n\n");
            foreach (var name in kind.GroupBy(Names.Heading).OrderBy(group => type.TypeKind == TypeKind.Enum ? "" : group.Key, StringComparer.Ordinal))
            {
                if (name.Key != kind.Key) page.Append($"### {name.Key}\n\n");
                foreach (var member in name) Describe(page, member, Signatures.Of(member));
            }
        }

        Table(page, "## Nested types", api.Types.Where(nested => SymbolEqualityComparer.Default.Equals(nested.ContainingType, type)));
        return page.ToString();
    }

    private void Describe(StringBuilder page, ISymbol symbol, string signature)
    {
        var comment = Comment.Of(symbol, api.Compilation);
        page.Append($"```csharp\n{signature}\n```\n\n{prose.Text(comment["summary"])}\n\n");
        Rows(page, "parameter", [.. comment.All("typeparam", "name"), .. comment.All("param", "name")]);
        if (comment["returns"] is { } returns) page.Append($"**Returns:** {prose.Text(returns)}\n\n");
        Rows(page, "exception", [.. comment.All("exception", "cref").Select(thrown => (thrown.Name[(thrown.Name.LastIndexOf('.') + 1)..], thrown.Text))]);
        if (comment["remarks"] is { } remarks) page.Append($"{prose.Text(remarks)}\n\n");
    }

    private void Rows(StringBuilder page, string head, IReadOnlyList<(string Name, System.Xml.Linq.XElement Text)> rows)
    {
        if (rows.Count == 0) return;
        page.Append($"| {head} | |\n|---|---|\n");
        foreach (var (name, text) in rows) page.Append($"| `{name}` | {prose.Cell(text)} |\n");
        page.Append('\n');
    }

    private void Table(StringBuilder page, string heading, IEnumerable<INamedTypeSymbol> types)
    {
        var rows = types.ToArray();
        if (rows.Length == 0) return;
        page.Append($"\n{heading}\n\n| | |\n|---|---|\n");
        foreach (var type in rows)
            page.Append($"| [{Names.Of(type).Replace("<", "&lt;")}]({Names.Page(type)}) | {prose.First(Comment.Of(type, api.Compilation)["summary"])} |\n");
    }

    private static readonly string[] Kinds = ["Values", "Constructor", "Fields", "Properties", "Methods", "Conversions", "Operators", "Events"];

    private static string Kind(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "Values",
        IFieldSymbol => "Fields",
        IPropertySymbol => "Properties",
        IEventSymbol => "Events",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "Constructor",
        IMethodSymbol { MethodKind: MethodKind.Conversion } => "Conversions",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => "Operators",
        _ => "Methods",
    };
}

using System.Reflection;
using System.Text;
using System.Xml.Linq;
using TorchSharp;

namespace JaxNet.Runtime.Tests.Documentation.Catalogue;

/// <summary>Writes docs/catalogue.md: what there is, from the code and its XML docs, and its name elsewhere, from counterparts.tsv.</summary>
internal static class CataloguePage
{
    private static readonly XmlDocs s_docs = new();

    public static string Write(IReadOnlyList<Counterparts> sections)
    {
        var page = new StringBuilder();
        page.Append("""
            # The catalogue

            What there is, with its shapes, and what it is called elsewhere. Names without a prefix are from the module that the heading tells; Equinox's `nn` is `equinox.nn`, PyTorch's is
            `torch.nn`. Formulas, defaults and the meaning of each argument stand in the XML docs of each method; a layer's source is a `[Parametrized]` method, and short.

            <!-- Written by CatalogueTests from the code and from tests/JaxNet.Runtime.Tests/Documentation/Catalogue/counterparts.tsv. -->

            """);

        foreach (var section in sections)
        {
            var (type, entries) = CatalogueEntries.In(section.Title);
            var hasShapes = entries.Values.Any(method => method.GetParameters().Any(parameter => IsInput(method, parameter)));
            var columns = (hasShapes ? ["", "", "from", "to"] : (string[])["", ""]).Concat(section.Systems).ToList();
            page.Append($"\n## {section.Title}\n\n");
            page.Append($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
            foreach (var (name, elsewhere) in section.Entries)
            {
                var (method, docs) = (entries[name], s_docs.Of(type, name));
                var shapes = hasShapes ? [From(method, docs), XmlDocs.Text(docs.Element("returns"))] : Array.Empty<string>();
                string[] cells = [$"`{Call(method)}`", XmlDocs.Summary(docs), .. shapes, .. elsewhere.Select(other => other.Length == 0 ? "" : $"`{other}`")];
                page.Append($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>With what the factory of a layer takes, or all that another method takes. A function of a tensor alone is a layer as it is.</summary>
    private static string Call(MethodInfo method)
    {
        var arguments = method.GetParameters()
            .Where(parameter => !IsInput(method, parameter))
            .Select(parameter => parameter.IsOptional ? parameter.Name + "?" : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "..." + parameter.Name : parameter.Name)
            .ToList();
        return arguments.Count == 0 && method.ReturnType == typeof(torch.Tensor) && !method.IsDefined(typeof(TemplateAttribute))
            ? method.Name
            : $"{method.Name}({string.Join(", ", arguments)})";
    }

    private static string From(MethodInfo method, XElement docs)
    {
        var inputs = method.GetParameters().Where(parameter => IsInput(method, parameter)).Select(parameter => parameter.Name).ToList();
        var texts = docs.Elements("param").Where(parameter => inputs.Contains((string)parameter.Attribute("name")!)).ToList();
        return texts.Count == 1
            ? XmlDocs.Text(texts[0])
            : string.Join(" ", texts.Select(text => $"`{(string)text.Attribute("name")!}`: {XmlDocs.Text(text)}"));
    }

    private static bool IsInput(MethodInfo method, ParameterInfo parameter) =>
        method.DeclaringType == typeof(JaxNet.Layers) && (parameter.ParameterType == typeof(torch.Tensor) || parameter.ParameterType == typeof(torch.Tensor[]) ||
            (parameter.ParameterType.IsGenericType && parameter.ParameterType.Name.StartsWith("ValueTuple", StringComparison.Ordinal) && parameter.ParameterType.GenericTypeArguments[0] == typeof(torch.Tensor)));
}

namespace JaxNet;

/// <summary>
/// What the tree was that a file was made from, for whoever looks into it: the text <c>jaxnet.structure</c>, an object with
/// the kind of each node by its path, and null where an optional one was absent. Loading goes by the leaves' names alone.
/// </summary>
internal static class StructureText
{
    public const string Key = HeaderWriter.ReservedPrefix + "structure";

    public static string Write(IEnumerable<(string Path, object? Node)> nodes) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (path, node) in nodes)
        {
            if (node is null)
                json.WriteNull(path);
            else
                json.WriteString(path, node is Params parameters ? parameters.TemplateName : TreeNodes.NameOf(node.GetType()));
        }

        json.WriteEndObject();
    });
}

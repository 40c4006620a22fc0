using System.Text;
using System.Text.Json;

namespace JaxNet;

/// <summary>
/// At which paths a stored tensor stood once more. The format has no notion of that, so it is an object of its own in the text
/// <c>jaxnet.shared</c>: <c>{"mean.encoder.kernel": "encoder.kernel"}</c>.
/// </summary>
internal static class SharedNames
{
    public const string Key = HeaderWriter.ReservedPrefix + "shared";

    public static string Write(IEnumerable<(string Alias, string Name)> shared) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (alias, name) in shared)
            json.WriteString(alias, name);
        json.WriteEndObject();
    });

    public static IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<CheckpointTensor> tensors)
    {
        if (!metadata.TryGetValue(Key, out var text))
            return new Dictionary<string, string>();

        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1 });
        var shared = HeaderReader.ParseTexts(ref json, Key);
        json.Read();
        var names = tensors.Select(tensor => tensor.Name).ToHashSet();
        foreach (var (alias, name) in shared)
        {
            if (names.Contains(alias))
                throw new HeaderReader.MalformedException($"{Key} says that {SafeText.Of(alias)} stands for another tensor, but there is one of that name");
            if (!names.Contains(name))
                throw new HeaderReader.MalformedException($"{Key} says that {SafeText.Of(alias)} stands for {SafeText.Of(name)}, which isn't there");
        }

        return shared;
    }
}

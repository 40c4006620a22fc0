using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace JaxNet;

/// <summary>Layers by name that know their parameters: each is bound when it is asked for.</summary>
internal sealed class BoundNamedLayers(IReadOnlyDictionary<string, Layer> layers, Func<string, Layer, Layer> bind) : IReadOnlyDictionary<string, Layer>
{
    public int Count => layers.Count;

    public IEnumerable<string> Keys => layers.Keys;

    public IEnumerable<Layer> Values => this.Select(pair => pair.Value);

    public Layer this[string key] => bind(key, layers[key]);

    public bool ContainsKey(string key) => layers.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Layer value)
    {
        value = layers.TryGetValue(key, out var layer) ? bind(key, layer) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, Layer>> GetEnumerator() =>
        layers.Select(pair => KeyValuePair.Create(pair.Key, bind(pair.Key, pair.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.ComponentModel;

namespace JaxNet;

/// <summary>Gathers the parameters of what a template calls in a loop whose rounds have names, while it is initialised.</summary>
/// <typeparam name="TItem">What gathers those of one round.</typeparam>
/// <param name="template">The template, for the error message.</param>
/// <param name="member">The member's name, as in paths.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BuilderDictionary<TItem>(string template, string member)
{
    private readonly Dictionary<string, TItem> _items = [];

    /// <summary>Adds the value of one round.</summary>
    /// <param name="key">The round's name.</param>
    /// <param name="item">The value.</param>
    /// <returns>The same value.</returns>
    /// <exception cref="ArgumentException">A round before had the same name.</exception>
    public TItem Add(string key, TItem item) => _items.TryAdd(key, item) ? item : throw new ArgumentException(
        $"{template}: the key '{key}' comes twice, so that {member}.{key} would have to be two parameters. Give each round of the loop a key of its own.");

    /// <summary>The parameters, once all rounds are over.</summary>
    /// <param name="build">Gives those of one round; null for a module that was never called.</param>
    /// <returns>The dictionary.</returns>
    public ParamsDictionary<T> ToParams<T>(Func<TItem, T?> build) =>
        new(_items.Select(item => KeyValuePair.Create(item.Key, build(item.Value))).Where(entry => entry.Value is not null)!);
}

/// <summary>Extends <see cref="BuilderDictionary{TItem}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuilderDictionaryExtensions
{
    /// <summary>Begins a round.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The round's name.</param>
    /// <returns>What gathers its parameters.</returns>
    public static TItem Next<TItem>(this BuilderDictionary<TItem> dictionary, string key)
        where TItem : new() => dictionary.Add(key, new TItem());
}

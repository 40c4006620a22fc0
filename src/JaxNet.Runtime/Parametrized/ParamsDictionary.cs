using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace JaxNet;

/// <summary>The parameters of what a template calls in a loop whose rounds have names: an entry for each round, sorted by name.</summary>
/// <typeparam name="T">The type of an entry: a tensor, a tree, or parameters.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(TreeView))]
public sealed class ParamsDictionary<T> : ITree, IReadOnlyDictionary<string, T>, IEquatable<ParamsDictionary<T>>
{
    private readonly ImmutableSortedDictionary<string, T> _entries;

    /// <summary>A dictionary of these entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <exception cref="ArgumentException">Two entries have one name.</exception>
    public ParamsDictionary(IEnumerable<KeyValuePair<string, T>> entries) => _entries = entries.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>No entries.</summary>
    public static ParamsDictionary<T> Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The entries in the order of their names.</summary>
    public IEnumerable<T> Values => _entries.Values;

    /// <summary>The entry of a name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="KeyNotFoundException">No round had that name; the message lists those that there are.</exception>
    public T this[string key] => _entries.TryGetValue(key, out var entry)
        ? entry
        : throw new KeyNotFoundException($"There are no parameters of the name '{key}'. There are: {string.Join(", ", Keys)}.");

    /// <summary>Whether there is an entry of a name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>The entry of a name, if there is one.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The entry.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    /// <summary>The entry of a name, or null.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Null if there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>The dictionary with another entry of one name.</summary>
    /// <param name="key">The name.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>A new dictionary.</returns>
    public ParamsDictionary<T> With(string key, T entry) => new(_entries.SetItem(key, entry));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Visit(TreeVisitor visitor)
    {
        foreach (var (key, entry) in _entries)
            visitor.Child(key, entry);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ITree Rebuild(TreeRebuilder rebuilder) => new ParamsDictionary<T>([.. _entries.Select(entry => KeyValuePair.Create(entry.Key, rebuilder.Child(entry.Value)))]);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold the very same tensors.</summary>
    /// <param name="other">The other dictionary.</param>
    /// <returns>True if each leaf is the same object as its counterpart.</returns>
    public bool Equals(ParamsDictionary<T>? other) => ReferenceEquals(this, other) || (other is not null && Tree.SameLeaves(this, other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParamsDictionary<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Tree.LeavesHash(this);

    /// <summary>A readable tree.</summary>
    /// <returns>Several lines of text.</returns>
    public override string ToString() => Tree.Describe("", this);
}

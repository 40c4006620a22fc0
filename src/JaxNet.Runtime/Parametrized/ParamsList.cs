using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace JaxNet;

/// <summary>The parameters of what a template calls in a loop: an element for each round, in order.</summary>
/// <typeparam name="T">The type of an element: a tensor, a tree, or parameters.</typeparam>
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(TreeView))]
[CollectionBuilder(typeof(ParamsList), nameof(ParamsList.Create))]
public sealed class ParamsList<T> : ITree, IReadOnlyList<T>, IEquatable<ParamsList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal ParamsList(ImmutableArray<T> items) => _items = items;

    /// <summary>How many there are.</summary>
    public int Count => _items.Length;

    /// <summary>The element of a round.</summary>
    /// <param name="index">The round, from 0.</param>
    /// <returns>The element.</returns>
    /// <exception cref="IndexOutOfRangeException">There were fewer rounds.</exception>
    public T this[int index] => _items[index];

    /// <summary>The list with another element in one place.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <param name="item">The element.</param>
    /// <returns>A new list.</returns>
    public ParamsList<T> With(int index, T item) => new(_items.SetItem(index, item));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Visit(TreeVisitor visitor)
    {
        for (var i = 0; i < _items.Length; i++)
            visitor.Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture), _items[i]);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ITree Rebuild(TreeRebuilder rebuilder) => new ParamsList<T>([.. _items.Select(rebuilder.Child)]);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold the very same tensors.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>True if each leaf is the same object as its counterpart.</returns>
    public bool Equals(ParamsList<T>? other) => ReferenceEquals(this, other) || (other is not null && Tree.SameLeaves(this, other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParamsList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Tree.LeavesHash(this);

    /// <summary>A readable tree.</summary>
    /// <returns>Several lines of text.</returns>
    public override string ToString() => Tree.Describe("", this);
}

/// <summary>Makes lists of parameters.</summary>
public static class ParamsList
{
    /// <summary>A list of these elements; a collection expression calls it.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>The list.</returns>
    public static ParamsList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);
}

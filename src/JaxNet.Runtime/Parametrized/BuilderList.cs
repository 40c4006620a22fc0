using System.Collections;
using System.ComponentModel;

namespace JaxNet;

/// <summary>Gathers the parameters of what a template calls in a loop while it is initialised.</summary>
/// <typeparam name="TItem">What gathers those of one round.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BuilderList<TItem> : IEnumerable<TItem>
{
    private readonly List<TItem> _items = [];

    /// <summary>Adds the value of one round.</summary>
    /// <param name="item">The value.</param>
    /// <returns>The same value.</returns>
    public TItem Add(TItem item)
    {
        _items.Add(item);
        return item;
    }

    /// <inheritdoc/>
    public IEnumerator<TItem> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The parameters, once all rounds are over.</summary>
    /// <param name="build">Gives those of one round.</param>
    /// <returns>The list.</returns>
    public ParamsList<T> ToParams<T>(Func<TItem, T> build) => new([.. _items.Select(build)]);
}

/// <summary>Extends <see cref="BuilderList{TItem}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuilderListExtensions
{
    /// <summary>Begins a round.</summary>
    /// <param name="list">The list.</param>
    /// <returns>What gathers its parameters.</returns>
    public static TItem Next<TItem>(this BuilderList<TItem> list)
        where TItem : new() => list.Add(new TItem());
}

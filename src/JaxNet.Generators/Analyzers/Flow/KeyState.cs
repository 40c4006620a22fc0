using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JaxNet.Generators.Analyzers.Flow;

/// <summary>What is known of keys somewhere in a body. A copy has no uses of its own: they are those of what it is a copy of.</summary>
/// <param name="Used">The places that may have been used, and by what.</param>
/// <param name="Sources">The variables that are surely copies, for now, and of what: places in variables that are none.</param>
internal sealed record KeyState(ImmutableDictionary<KeyPlace, KeyUses.Use> Used, ImmutableDictionary<ISymbol, KeyPlace> Sources)
{
    public static KeyState Empty { get; } =
        new(ImmutableDictionary<KeyPlace, KeyUses.Use>.Empty, ImmutableDictionary.Create<ISymbol, KeyPlace>(SymbolEqualityComparer.Default));

    /// <summary>Where a key is really kept.</summary>
    public KeyPlace Resolve(KeyPlace place) => Sources.TryGetValue(place.Variable, out var source) ? place with { Variable = source.Variable, Path = source.Path + place.Path } : place;

    /// <summary>What may have used a key before.</summary>
    public KeyUses.Use? UseOf(KeyPlace place) => !place.IsElement ? (Used.TryGetValue(place, out var use) ? use : null)
        : Used.Where(use => use.Key.Meets(place)).OrderBy(use => use.Value.Call.Syntax.SpanStart).Select(use => use.Value).FirstOrDefault();

    /// <summary>When a loop through an array begins: if it did before, that is over.</summary>
    public KeyState Begin(SyntaxNode loop)
    {
        var over = Used.Where(use => use.Key.IsEachIn(loop)).ToList();
        return over.Count == 0 ? this : this with
        {
            Used = Used.RemoveRange(over.Select(use => use.Key)).SetItems(over.Select(use => new KeyValuePair<KeyPlace, KeyUses.Use>(use.Key.After(loop), use.Value))),
        };
    }

    /// <summary>After a variable was assigned: what were its copies keep the key that it had.</summary>
    public KeyState Write(ISymbol variable)
    {
        var state = this with { Sources = Sources.Remove(variable) };
        while (state.Sources.Where(copy => IsOf(copy.Value, variable)).OrderBy(copy => copy.Value.Path.Length).FirstOrDefault() is { Key: { } heir, Value: var place })
        {
            state = state.Separate(heir);
            foreach (var other in state.Sources.Where(copy => IsOf(copy.Value, variable)))
            {
                if (other.Value.PathBehind(place) is { } path)
                    state = state with { Sources = state.Sources.SetItem(other.Key, new(heir, path)) };
            }
        }

        return state with { Used = state.Used.RemoveRange(state.Used.Keys.Where(place => place.Mentions(variable))) };
    }

    /// <summary>What holds where two ways meet: what was used on one of them, and the copies that are some on both.</summary>
    public static KeyState Join(KeyState known, KeyState other)
    {
        foreach (var copy in known.Sources.Where(copy => !IsIn(other, copy)))
            known = known.Separate(copy.Key);

        foreach (var copy in other.Sources.Where(copy => !IsIn(known, copy)))
            other = other.Separate(copy.Key);

        var more = other.Used.Where(use => !known.Used.ContainsKey(use.Key)).ToList();
        return more.Count == 0 ? known : known with { Used = known.Used.AddRange(more) };
    }

    /// <summary>A copy becomes a variable of its own, used as what it was a copy of.</summary>
    private KeyState Separate(ISymbol copy)
    {
        var uses = Used.Where(use => use.Key.PathBehind(Sources[copy]) is not null).ToList();
        return new(Used.SetItems(uses.Select(use => new KeyValuePair<KeyPlace, KeyUses.Use>(use.Key with { Variable = copy, Path = use.Key.PathBehind(Sources[copy])! }, use.Value))), Sources.Remove(copy));
    }

    private static bool IsIn(KeyState state, KeyValuePair<ISymbol, KeyPlace> copy) => state.Sources.TryGetValue(copy.Key, out var source) && source == copy.Value;

    private static bool IsOf(KeyPlace place, ISymbol variable) => SymbolEqualityComparer.Default.Equals(place.Variable, variable);
}

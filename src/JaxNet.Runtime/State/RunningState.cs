using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace JaxNet;

/// <summary>
/// What a network keeps from one application to the next beside its parameters, such as the averages of
/// <c>RunningBatchNorm</c>: an immutable value that goes into <c>Apply</c>, and of which a new one comes out. It has a value for each
/// <see cref="Primitives.State"/> and a state of its own for each submodule that keeps any; generated types name them.
/// As a tree it is mapped, printed and saved like parameters. Its tensors belong to no dispose scope, and are freed when
/// nobody holds them any more.
/// </summary>
[DebuggerTypeProxy(typeof(TreeView))]
public record RunningState : ITree
{
    private ImmutableArray<StateEntry> _entries = [];

    /// <summary>Nothing yet: each value starts with its initial one when it is first met.</summary>
    public RunningState()
    {
    }

    /// <summary>The same values as another state's.</summary>
    /// <param name="state">The other state.</param>
    protected RunningState(RunningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _entries = state._entries;
    }

    /// <summary>The names of the values and of the submodules, in the order in which they were met.</summary>
    public IReadOnlyList<string> Names => [.. _entries.Select(entry => entry.Name)];

    /// <summary>The state of a submodule.</summary>
    /// <param name="name">The submodule's name as in paths: <c>batch_norm0</c>.</param>
    /// <returns>Its state.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists those that there are.</exception>
    public RunningState this[string name] => Value<RunningState>(name);

    /// <summary>The state of a layer in a list of layers, or of a round of a loop.</summary>
    /// <param name="index">The layer's position or the round, from 0.</param>
    /// <returns>Its state.</returns>
    /// <exception cref="KeyNotFoundException">That layer keeps none.</exception>
    public RunningState this[int index] => this[LayerNames.OfIndex(index)];

    /// <summary>A value.</summary>
    /// <typeparam name="T">Its type: a tensor or a tree.</typeparam>
    /// <param name="name">Its name as in paths: <c>mean</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name and type; the message lists those that there are.</exception>
    public T Value<T>(string name)
        where T : notnull => Find(name) switch
    {
        StateEntry<T> { Value: var value } => value,
        { Untyped: T value } => value,
        _ => throw new KeyNotFoundException(
            $"This running state has no {TreeNodes.NameOf(typeof(T))} '{name}'. It has: {(_entries.IsEmpty ? "nothing yet" : string.Join(", ", Names))}. " +
            "A value is there from the first InitWithState or Apply that meets it."),
    };

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Visit(TreeVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (var entry in _entries)
            entry.Visit(visitor);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ITree Rebuild(TreeRebuilder rebuilder) => With([.. _entries.Select(entry => entry.Rebuild(rebuilder))]);

    /// <summary>Whether both are of one type and hold the very same tensors.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True if each leaf is the same object as its counterpart; contents are not compared.</returns>
    public virtual bool Equals(RunningState? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && Tree.SameLeaves(this, other));

    /// <summary>A hash of the leaves' identities.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Tree.LeavesHash(this);

    /// <summary>A readable tree: each value with its shape.</summary>
    /// <returns>Several lines of text.</returns>
    public sealed override string ToString() => Tree.Describe("State", this);

    /// <summary>Gives a value or a submodule's state another value; for the <c>init</c> of generated members only.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name as in paths.</param>
    /// <param name="value">Its value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set<T>(string name, T value)
        where T : notnull
    {
        var entry = new StateEntry<T>(name, value);
        _entries = Find(name) is { } old ? _entries.Replace(old, entry) : _entries.Add(entry);
    }

    internal ImmutableArray<StateEntry> Entries => _entries;

    internal StateEntry? Find(string name)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name)
                return entry;
        }

        return null;
    }

    /// <summary>A state of the same type with other entries.</summary>
    internal RunningState With(ImmutableArray<StateEntry> entries)
    {
        var copy = this with { };
        copy._entries = entries;
        return copy;
    }
}

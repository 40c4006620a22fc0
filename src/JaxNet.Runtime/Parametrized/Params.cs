using System.ComponentModel;
using System.Diagnostics;

namespace JaxNet;

/// <summary>
/// The parameters of a template: an immutable record with one member for each parameter and for each submodule
/// that has any. Change a copy by <c>with</c>.
/// </summary>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(TreeView))]
public abstract record Params : ITree
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string DebuggerText => $"{TemplateName}, {Tree.Number(Tree.Count(this))} numbers";

    /// <summary>The template whose parameters these are, such as <c>Layers.Dense</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract string TemplateName { get; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void Visit(TreeVisitor visitor);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract ITree Rebuild(TreeRebuilder rebuilder);

    /// <summary>Adds the modules inside of the template that can be met elsewhere too, each with its part of the parameters.</summary>
    /// <param name="found">Where to add them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void CollectShared(SharedModules found)
    {
    }

    /// <summary>Whether both are of one type and hold the very same tensors.</summary>
    /// <param name="other">The other parameters.</param>
    /// <returns>True if each leaf is the same object as its counterpart; contents are not compared.</returns>
    public virtual bool Equals(Params? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && Tree.SameLeaves(this, other));

    /// <summary>A hash of the leaves' identities.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Tree.LeavesHash(this);

    /// <summary>A readable tree: each parameter with its shape, each submodule with the number of its parameters.</summary>
    /// <returns>Several lines of text.</returns>
    public sealed override string ToString() => Tree.Describe(this);
}

using System.ComponentModel;

namespace JaxNet;

/// <summary>The parameters of <c>Regularized</c>.</summary>
/// <typeparam name="TModel">The type of the loss's parameters.</typeparam>
public sealed record RegularizedParams<TModel> : Params, IModelParams
{
    /// <summary>The parameters of the loss.</summary>
    public required TModel Model { get; init; }

    object? IModelParams.Model => Model;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string TemplateName => "Layers.Regularized";

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Visit(TreeVisitor visitor) => visitor.Child("model", Model);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override ITree Rebuild(TreeRebuilder rebuilder) => new RegularizedParams<TModel> { Model = rebuilder.Child(Model) };

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void CollectShared(SharedModules found) => found.Add(Model as Params);

    /// <summary>Whether both hold the very same tensors.</summary>
    /// <param name="other">The other parameters.</param>
    /// <returns>True if each leaf is the same object as its counterpart.</returns>
    public bool Equals(RegularizedParams<TModel>? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

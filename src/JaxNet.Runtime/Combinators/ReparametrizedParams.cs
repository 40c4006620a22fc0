using System.ComponentModel;

namespace JaxNet;

/// <summary>The parameters of <c>Reparametrized</c>.</summary>
/// <typeparam name="TModel">The type of the network's own parameters.</typeparam>
/// <typeparam name="TReparametrization">The type of the parameters of one reparametrization.</typeparam>
public sealed record ReparametrizedParams<TModel, TReparametrization> : Params, IModelParams
{
    /// <summary>What the network's parameters are made from.</summary>
    public required TModel Model { get; init; }

    /// <summary>The parameters of the reparametrizations, one for each of the network's that is made by one, in order; none if they have no parameters.</summary>
    public ParamsList<TReparametrization> Reparametrization { get; init; } = [];

    object? IModelParams.Model => Model;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string TemplateName => "Layers.Reparametrized";

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Visit(TreeVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Child("model", Model);
        if (Reparametrization.Count > 0)
            visitor.Child("reparametrization", Reparametrization);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override ITree Rebuild(TreeRebuilder rebuilder)
    {
        ArgumentNullException.ThrowIfNull(rebuilder);
        return new ReparametrizedParams<TModel, TReparametrization>
        {
            Model = rebuilder.Child(Model),
            Reparametrization = Reparametrization.Count > 0 ? rebuilder.Child(Reparametrization) : Reparametrization,
        };
    }

    /// <summary>Whether both hold the very same tensors.</summary>
    /// <param name="other">The other parameters.</param>
    /// <returns>True if each leaf is the same object as its counterpart.</returns>
    public bool Equals(ReparametrizedParams<TModel, TReparametrization>? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

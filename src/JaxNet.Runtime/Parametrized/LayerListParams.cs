using System.Collections.Immutable;
using System.ComponentModel;

namespace JaxNet;

/// <summary>
/// The parameters of a template that is given its layers, such as <c>Sequential</c>: those of each layer, by the
/// layer's position and by name. Where a call lists the layers, a generated subclass has a typed member for each name.
/// </summary>
public abstract record LayerListParams : Params
{
    private ImmutableArray<Params?> _layers = [];
    private ImmutableArray<string?> _names = [];

    // Whose parameters they are, which the generator doesn't know of every layer.
    private ImmutableArray<Module?> _modules = [];

    /// <summary>No layers.</summary>
    protected LayerListParams()
    {
    }

    /// <summary>The same layers as another list's.</summary>
    /// <param name="layers">The other list.</param>
    protected LayerListParams(LayerListParams layers)
        : base(layers)
    {
        _layers = layers._layers;
        _names = layers._names;
        _modules = layers._modules;
    }

    /// <summary>How many layers there are, those without parameters included.</summary>
    public int Count => _layers.Length;

    /// <summary>The parameters of the layer at a position.</summary>
    /// <param name="index">The position, from 0, layers without parameters counted.</param>
    /// <returns>The parameters; null if that layer has none.</returns>
    public Params? this[int index] => _layers.IsEmpty || _names[index] is null ? null : _layers[index];

    /// <summary>The parameters of the layer of a name.</summary>
    /// <param name="name">The name, such as <c>dense0</c>.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="KeyNotFoundException">No layer has that name; the message lists those that there are.</exception>
    public Params this[string name] => _names.IndexOf(name) is var index and >= 0
        ? _layers[index]!
        : throw new KeyNotFoundException(
            $"{TemplateName} has no layer '{name}'. Its layers with parameters are: {string.Join(", ", _names.Where(n => n is not null).Distinct())}.");

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Visit(TreeVisitor visitor)
    {
        for (var i = 0; i < _layers.Length; i++)
        {
            if (_names[i] is { } name && _names.IndexOf(name) == i)
                visitor.Child(name, _layers[i]);
        }
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override ITree Rebuild(TreeRebuilder rebuilder)
    {
        var copy = this with { };
        for (var i = 0; i < _layers.Length; i++)
        {
            if (_names[i] is { } name && _names.IndexOf(name) == i)
                copy.Set(i, rebuilder.Child(_layers[i]!));
        }

        return copy;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void CollectShared(SharedModules found)
    {
        for (var i = 0; i < _layers.Length; i++)
            found.AddLayer(_modules[i], _layers[i]);
    }

    /// <summary>The layers with their parameters, for one application.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="layers">The layers that the module was made with.</param>
    /// <returns>The layers, ready to be called.</returns>
    /// <exception cref="ArgumentException">These are the parameters of another number of layers.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BoundLayers Bind(ApplyScope scope, Layer[] layers)
    {
        // Where no layer has parameters, the empty list serves for any number of them.
        if (layers.Length != Count && Count > 0)
        {
            throw new ArgumentException(
                $"{TemplateName} has {layers.Length} layers here, but the parameters given are those of {Count} layers. " +
                "Give the parameters that this network was initialised with.");
        }

        return new BoundLayers(this, scope, layers);
    }

    /// <summary>Puts other parameters at a position, and wherever else the same module stands. For initialisation only.</summary>
    /// <param name="index">The position.</param>
    /// <param name="parameters">The parameters.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set(int index, Params parameters)
    {
        var layers = _layers.ToBuilder();
        for (var i = 0; i < layers.Count; i++)
        {
            if (_names[i] == _names[index])
                layers[i] = parameters;
        }

        _layers = layers.MoveToImmutable();
    }

    /// <summary>Whether the layer at a position was called at Init, and has parameters.</summary>
    /// <param name="index">The position.</param>
    /// <returns>True if it has.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool Has(int index) => this[index] is not null;

    /// <inheritdoc cref="Params.Equals(Params?)"/>
    public virtual bool Equals(LayerListParams? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>What the layer at a position runs with: also a record without any parameters.</summary>
    internal Params? ParametersOf(int index) => _layers.IsEmpty ? null : _layers[index];

    internal void Fill(ImmutableArray<Params?> layers, ImmutableArray<string?> names, ImmutableArray<Module?> modules) =>
        (_layers, _names, _modules) = (layers, [.. names.Zip(layers, (name, layer) => layer is null ? null : name)], modules);
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The parameters of the layers that a template is given by name: <c>IReadOnlyDictionary&lt;string, Layer&gt; heads</c>. Where a
/// call in a template lists the layers, a generated subclass has a typed member for each name.
/// </summary>
public record NamedLayersParams : Params
{
    // Whose parameters they are, which the generator doesn't know of every layer.
    private readonly IReadOnlyDictionary<string, Module> _modules;
    private ImmutableSortedDictionary<string, Params> _layers;

    internal NamedLayersParams(IEnumerable<(string Name, Module Module, Params Parameters)> layers)
    {
        var all = layers.ToList();
        _modules = all.ToDictionary(layer => layer.Name, layer => layer.Module, StringComparer.Ordinal);
        _layers = all.ToImmutableSortedDictionary(layer => layer.Name, layer => layer.Parameters, StringComparer.Ordinal);
    }

    /// <summary>The same layers as another dictionary's.</summary>
    /// <param name="layers">The other dictionary.</param>
    protected NamedLayersParams(NamedLayersParams layers)
        : base(layers) => (_modules, _layers) = (layers._modules, layers._layers);

    /// <summary>No layers.</summary>
    public static NamedLayersParams Empty { get; } = new([]);

    /// <summary>The names of the layers that have parameters, sorted.</summary>
    public IEnumerable<string> Names => _layers.Keys.Where(HasLeaves);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string TemplateName => "NamedLayers";

    /// <summary>The parameters of the layer of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="KeyNotFoundException">No layer with parameters has that name, or it was not called at Init; the message lists those that there are.</exception>
    public Params this[string name] => Has(name)
        ? _layers[name]
        : throw new KeyNotFoundException($"There are no parameters of a layer '{name}'. The layers with parameters are: {string.Join(", ", Names)}.");

    /// <summary>The same parameters, but for one layer.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>New parameters.</returns>
    public NamedLayersParams With(string name, Params parameters)
    {
        var copy = this with { };
        copy.Set(name, parameters);
        return copy;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void Visit(TreeVisitor visitor)
    {
        foreach (var name in Names)
            visitor.Child(name, _layers[name]);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override ITree Rebuild(TreeRebuilder rebuilder)
    {
        var copy = this with { };
        foreach (var name in Names)
            copy.Set(name, rebuilder.Child(_layers[name]));

        return copy;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void CollectShared(SharedModules found)
    {
        foreach (var (name, parameters) in _layers)
            found.AddLayer(_modules.GetValueOrDefault(name), parameters);
    }

    /// <summary>The layers with their parameters, for one application.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="layers">The layers that the module was made with; null stays null.</param>
    /// <param name="hyperparameter">What the template calls them.</param>
    /// <returns>The layers as functions that know their parameters.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [return: NotNullIfNotNull(nameof(layers))]
    public IReadOnlyDictionary<string, Layer>? Bind(
        ApplyScope scope, IReadOnlyDictionary<string, Layer>? layers, [CallerArgumentExpression(nameof(layers))] string hyperparameter = "") =>
        layers is null ? null : new BoundNamedLayers(layers, (name, layer) => layer.Target is ILayerModule<Tensor, Tensor> module
            ? inputs => module.Run(ParametersOf(name, module, scope), scope.InLayer(hyperparameter, name), inputs)
            : layer);

    /// <summary>Whether both hold the very same tensors.</summary>
    /// <param name="other">The other parameters.</param>
    /// <returns>True if each leaf is the same object as its counterpart.</returns>
    public virtual bool Equals(NamedLayersParams? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Whether the layer of a name was called at Init, and has parameters.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it has.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool Has(string name) => _layers.ContainsKey(name) && HasLeaves(name);

    /// <summary>Puts other parameters under a name. For initialisation only.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameters">The parameters.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Set(string name, Params parameters) => _layers = _layers.SetItem(name, parameters);

    internal Params? ParametersOf(string name) => _layers.GetValueOrDefault(name);

    private Params? ParametersOf(string name, ILayerModule module, ApplyScope scope) =>
        ParametersOf(name) is { } known || !module.Module.NeedsParameters ? ParametersOf(name) : scope.Present<Params>(this, null, name);

    private bool HasLeaves(string name) => Tree.LeafCount(_layers[name]) > 0;
}

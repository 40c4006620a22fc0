using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace JaxNet;

/// <summary>Modules that may be met under several parents, each with its parameters; found by walking down a network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SharedModules
{
    private readonly Dictionary<Module, object?> _parameters = new(ReferenceEqualityComparer.Instance);

    internal SharedModules()
    {
    }

    /// <summary>Adds a module and what is inside of it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="parameters">Its parameters.</param>
    public void Add(Module module, object? parameters)
    {
        _parameters[module] = parameters;
        module.CollectShared(parameters, this);
    }

    /// <summary>Adds what is inside of a submodule that has no identity of its own.</summary>
    /// <param name="parameters">The submodule's parameters.</param>
    public void Add(Params? parameters) => parameters?.CollectShared(this);

    /// <summary>Adds what is inside of the submodules that a loop calls.</summary>
    /// <param name="rounds">The parameters of each round.</param>
    public void Add<T>(ParamsList<T> rounds)
        where T : Params
    {
        foreach (var parameters in rounds)
            Add(parameters);
    }

    /// <inheritdoc cref="Add{T}(ParamsList{T})"/>
    public void Add<T>(ParamsDictionary<T> rounds)
        where T : Params
    {
        foreach (var parameters in rounds.Values)
            Add(parameters);
    }

    /// <summary>Adds the modules that a template was given as layers.</summary>
    /// <param name="parameters">The layers' parameters.</param>
    /// <param name="layers">The layers.</param>
    public void Add(LayerListParams parameters, Layer[] layers)
    {
        parameters.CollectShared(this);
        for (var i = 0; i < layers.Length; i++)
        {
            if (layers[i].Target is ILayerModule layer)
                Add(layer.Module, parameters.ParametersOf(i));
        }
    }

    /// <summary>Adds the modules that a template was given by name, if they were called.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">Their parameters.</param>
    public void AddLayers(IReadOnlyDictionary<string, Layer>? layers, NamedLayersParams parameters)
    {
        foreach (var (name, layer) in layers ?? new Dictionary<string, Layer>())
            AddLayer(layer, parameters.ParametersOf(name));
    }

    /// <summary>All modules with their parameters.</summary>
    internal IEnumerable<KeyValuePair<Module, object?>> All => _parameters;

    /// <summary>Puts other parameters in a module's place.</summary>
    internal void Set(Module module, object? parameters) => _parameters[module] = parameters;

    /// <summary>Adds a layer that a template was given, if it is a module that was called.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parameters">Its parameters.</param>
    public void AddLayer(Delegate? layer, Params? parameters)
    {
        if (layer?.Target is ILayerModule module && parameters is not null)
            Add(module.Module, parameters);
    }

    /// <summary>Adds a layer's parameters, with the module that they are of if it is known.</summary>
    internal void AddLayer(Module? module, Params? parameters)
    {
        if (module is not null && parameters is not null)
            Add(module, parameters);
        else
            Add(parameters);
    }

    internal bool TryGet(Module module, [MaybeNullWhen(false)] out object parameters) =>
        _parameters.TryGetValue(module, out parameters);
}

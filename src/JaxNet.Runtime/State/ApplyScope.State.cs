namespace JaxNet;

// Running state travels with the scope: each submodule that keeps any is called with the scope for its own part.
public partial class ApplyScope
{
    private readonly StateNode? _state;

    // The scope of the whole run, which holds the key chain.
    private readonly ApplyScope? _whole;

    private Dictionary<string, int>? _rounds;

    internal ApplyScope(object? root, Key? key, Mode mode, StateNode? state)
        : this(root, key, mode) => _state = state;

    private protected ApplyScope(ApplyScope outer, StateNode state)
    {
        _root = outer._root;
        _whole = outer._whole ?? outer;
        _state = state;
        Mode = outer.Mode;
    }

    private protected StateNode? OwnState => _state;

    /// <summary>The node of a submodule's next round; a body that runs again, with a scope of its own, begins anew.</summary>
    private protected StateNode NextRound(StateNode own, string name)
    {
        _rounds ??= [];
        var round = _rounds.GetValueOrDefault(name);
        _rounds[name] = round + 1;
        return own.Child(name).Child(LayerNames.OfIndex(round));
    }

    /// <summary>The scope for a body that runs once more in the same place, for the next step of a sequence or example of a batch: the rounds of its loops begin anew.</summary>
    /// <returns>This scope, where there is no running state.</returns>
    internal virtual ApplyScope Again() => _state is null ? this : new ApplyScope(this, _state);

    /// <summary>The scope for a submodule that keeps running state.</summary>
    /// <param name="name">The submodule's name, as in paths.</param>
    /// <returns>This scope, where there is no running state.</returns>
    public virtual ApplyScope In(string name) => _state is null ? this : new ApplyScope(this, _state.Child(name));

    /// <summary>The scope for a submodule that has no parameters, and is one module for all who call it.</summary>
    /// <param name="name">The submodule's name, as in paths.</param>
    /// <param name="module">The module, by which its state is known again.</param>
    /// <returns>This scope, where there is no running state.</returns>
    public virtual ApplyScope In(string name, Module module) => _state is null ? this : new ApplyScope(this, _state.Child(name).PlaceOf(module));

    /// <summary>Says which module this scope is for, where the caller couldn't.</summary>
    internal ApplyScope Of(Module module)
    {
        _state?.PlaceOf(module);
        return this;
    }

    /// <summary>The scope for a submodule in the next round of a loop.</summary>
    /// <param name="name">The submodule's name, as in paths.</param>
    /// <returns>This scope, where there is no running state.</returns>
    public virtual ApplyScope InRound(string name) => _state is null ? this : new ApplyScope(this, NextRound(_state, name));

    /// <summary>The scope for a layer of a list, by its position.</summary>
    internal virtual ApplyScope In(int layer) => _state is null ? this : In(LayerNames.OfIndex(layer));

    /// <summary>The scope for a layer that a template was given, by what the template calls it.</summary>
    private protected virtual ApplyScope InLayer(string name) => _state is null ? this : In(LayerNames.ToPath(name));

    /// <summary>The scope for one of the layers that a template was given by name.</summary>
    internal ApplyScope InLayer(string hyperparameter, string name) => _state is null ? this : InLayer(hyperparameter).In(name);

    /// <summary>A value that is kept from one application to the next.</summary>
    /// <param name="template">Who keeps it, for the error message.</param>
    /// <param name="name">Its name, as in paths.</param>
    /// <param name="initial">What it starts with.</param>
    /// <returns>The variable that holds it.</returns>
    /// <exception cref="MissingStateException">The network was applied without running state.</exception>
    /// <exception cref="ArgumentException">The state given is not that of this network.</exception>
    public StateVariable<T> State<T>(string template, string name, T initial)
        where T : notnull
    {
        NotVectorizedException.ThrowInBatch();
        return NodeFor(template, name).Variable(name, initial);
    }

    /// <summary>Where a template keeps its running state.</summary>
    private protected virtual StateNode NodeFor(string template, string name) => _state ?? throw new MissingStateException(template, name);
}

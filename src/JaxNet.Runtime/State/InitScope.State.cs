namespace JaxNet;

// While a network is initialised its running state is always kept, as a module that is met again shares it.
public sealed partial class InitScope
{
    private InitScope(InitScope outer, StateNode state)
        : base(outer, state)
    {
        _initialized = outer._initialized;
        (_provided, _missing, _device) = (outer._provided, outer._missing, outer._device);
        (_temporaries, _isApplication) = (outer._temporaries, outer._isApplication);
    }

    /// <inheritdoc/>
    public override InitScope In(string name) => new(this, State.Child(name));

    /// <inheritdoc/>
    public override InitScope In(string name, Module module) => new(this, State.Child(name).PlaceOf(module));

    /// <inheritdoc/>
    public override InitScope InRound(string name) => new(this, NextRound(State, name));

    internal override InitScope Again() => new(this, State);

    internal override InitScope In(int layer) => In(LayerNames.OfIndex(layer));

    internal StateNode State => OwnState!;

    private protected override StateNode NodeFor(string template, string name) =>
        _isApplication ? throw MissingStateException.InApplyFrom(template, name) : State;

    private protected override InitScope InLayer(string name) => In(LayerNames.ToPath(name));
}

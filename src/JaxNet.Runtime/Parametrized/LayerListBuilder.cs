using System.Collections.Immutable;
using System.ComponentModel;

namespace JaxNet;

/// <summary>Gathers the parameters of a template's layers while it is initialised.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LayerListBuilder
{
    private Slot<Params>[] _slots = [];
    private Layer[] _layers = [];

    /// <summary>The layers, for one initialisation.</summary>
    /// <param name="scope">The initialisation.</param>
    /// <param name="layers">The layers that the module was made with.</param>
    /// <returns>The layers, ready to be called.</returns>
    public BoundLayers Bind(InitScope scope, Layer[] layers)
    {
        if (_layers != layers)
        {
            _layers = layers;
            _slots = Array.ConvertAll(layers, _ => new Slot<Params>());
        }

        return new BoundLayers(this, scope, layers);
    }

    internal Slot<Params> SlotOf(int index) => _slots[index];

    /// <summary>Puts the gathered parameters, named, into an empty list.</summary>
    /// <param name="list">The empty list.</param>
    /// <returns>The same list.</returns>
    protected TList Fill<TList>(TList list)
        where TList : LayerListParams
    {
        list.Fill([.. _slots.Select(slot => slot.ValueOrDefault)], LayerNames.Of(_layers), [.. _layers.Select(layer => (layer.Target as ILayerModule)?.Module)]);
        return list;
    }
}

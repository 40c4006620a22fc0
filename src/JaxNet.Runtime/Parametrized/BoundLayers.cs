using System.ComponentModel;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A template's layers together with their parameters, as the compiled body sees them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundLayers
{
    private readonly LayerListParams? _parameters;
    private readonly LayerListBuilder? _builder;
    private readonly ApplyScope _scope;
    private readonly Layer[] _layers;

    internal BoundLayers(LayerListParams parameters, ApplyScope scope, Layer[] layers) =>
        (_parameters, _scope, _layers) = (parameters, scope, layers);

    internal BoundLayers(LayerListBuilder builder, InitScope scope, Layer[] layers) =>
        (_builder, _scope, _layers) = (builder, scope, layers);

    /// <summary>How many layers there are.</summary>
    public int Length => _layers.Length;

    /// <summary>The layer at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The layer, ready to be called.</returns>
    public BoundLayer this[int index] => new(this, index);

    /// <summary>The layer at a position, as <c>^1</c> and the like give it.</summary>
    /// <param name="index">The position.</param>
    /// <returns>The layer, ready to be called.</returns>
    public BoundLayer this[Index index] => new(this, index.GetOffset(Length));

    /// <summary>Goes through the layers in order.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The layers as functions that know their parameters.</summary>
    /// <returns>A new array.</returns>
    public Layer[] ToLayers()
    {
        var layers = this;
        return [.. Enumerable.Range(0, Length).Select(i => layers[i].ToLayer())];
    }

    internal Tensor Call(int index, Tensor inputs)
    {
        var layer = _layers[index] ?? throw new ArgumentException($"There is no layer at position {index}: it is null.");
        try
        {
            if (layer.Target is not ILayerModule<Tensor, Tensor> module)
                return layer(inputs);

            return _builder is { } builder
                ? module.Initialize(((InitScope)_scope).In(index), builder.SlotOf(index), inputs)
                : module.Run(_parameters!.ParametersOf(index), _scope.In(index), inputs);
        }
        catch (Exception error) when (ModuleTrail.LeavesLayer(error, layer, index, inputs))
        {
            throw;
        }
    }

    /// <summary>Goes through the layers in order.</summary>
    public struct Enumerator
    {
        private readonly BoundLayers _layers;
        private int _index;

        internal Enumerator(BoundLayers layers) => (_layers, _index) = (layers, -1);

        /// <summary>The layer that the enumerator stands at.</summary>
        public readonly BoundLayer Current => new(_layers, _index);

        /// <summary>Goes to the next layer.</summary>
        /// <returns>False behind the last one.</returns>
        public bool MoveNext() => ++_index < _layers.Length;
    }
}

/// <summary>One of <see cref="BoundLayers"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundLayer
{
    private readonly BoundLayers _layers;
    private readonly int _index;

    internal BoundLayer(BoundLayers layers, int index) => (_layers, _index) = (layers, index);

    /// <summary>Calls the layer.</summary>
    /// <param name="inputs">Its input.</param>
    /// <returns>Its output.</returns>
    public Tensor Call(Tensor inputs) => _layers.Call(_index, inputs);

    /// <summary>The layer as a function that knows its parameters.</summary>
    /// <returns>The function.</returns>
    public Layer ToLayer() => Call;
}

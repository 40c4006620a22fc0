namespace JaxNet;

/// <summary>
/// In which order <c>Sequential</c> calls its layers: as they stand, but for a rectifier before a pooling of the largest. The largest of rectified numbers is
/// the rectified largest number, with the same gradient, and there are as many fewer of those to go through as the pool's strides say.
/// </summary>
internal static class CallOrder
{
    private static readonly Layer s_relu = Layers.Relu;

    // To tell two methods apart takes the runtime half a microsecond; most networks have one other function behind a dense layer.
    private static Layer? s_other;

    /// <summary>The positions of layers, each once.</summary>
    public static Positions InCallOrder(this Layer[] layers) => new(layers);

    private static bool IsDense(Layer? layer) => layer?.Target is Layers.DenseModule;

    private static bool IsMaxPool(Layer? layer) => layer?.Target is Layers.MaxPoolModule;

    private static bool IsRectifier(Layer? layer)
    {
        if (layer is not { Target: null } || ReferenceEquals(layer, s_other))
            return false;

        if (layer == s_relu)
            return true;

        s_other = layer;
        return false;
    }

    /// <summary>Where a layer stands, and whether it is a rectifier of what only the layer before it has.</summary>
    public readonly record struct Position(int Index, bool RectifiesInPlace)
    {
        public static implicit operator int(Position position) => position.Index;
    }

    /// <summary>Goes through the positions without memory of its own.</summary>
    public struct Positions(Layer[] layers)
    {
        private int _place = -1;

        /// <summary>The position to call now.</summary>
        public Position Current { get; private set; }

        public readonly Positions GetEnumerator() => this;

        public bool MoveNext()
        {
            if (++_place >= layers.Length)
                return false;

            Current = IsRectifiedAndPooled(_place) ? new(_place + 1, false)
                : IsRectifiedAndPooled(_place - 1) ? new(_place - 1, false)
                : new(_place, _place > 0 && IsDense(layers[_place - 1]) && IsRectifier(layers[_place]));

            return true;
        }

        private readonly bool IsRectifiedAndPooled(int place) =>
            place >= 0 && place + 1 < layers.Length && IsMaxPool(layers[place + 1]) && IsRectifier(layers[place]);
    }
}

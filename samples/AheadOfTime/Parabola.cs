using static JaxNet.Layers;
using static TorchSharp.torch;

namespace JaxNet.Samples.AheadOfTime;

/// <summary>A network that learns the square of a number.</summary>
public static partial class Parabola
{
    /// <summary>[n, 1] to [n, 1].</summary>
    [Parametrized]
    public static partial Tensor Square(Tensor x) => Sequential(x, Dense(32), Tanh, Dense(1));

    /// <summary>The mean squared error.</summary>
    [Parametrized]
    public static partial Tensor Loss(Tensor x, Tensor y) => (Square(x) - y).square().mean();
}

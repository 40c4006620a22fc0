using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>Layers one after the other.</summary>
    /// <param name="inputs">The input of the first layer.</param>
    /// <param name="layers">Modules, methods and lambdas, each from one tensor to one tensor.</param>
    /// <returns>The output of the last layer; <paramref name="inputs"/> if there is none.</returns>
    [Parametrized]
    public static partial Tensor Sequential(Tensor inputs, params Layer[] layers)
    {
        foreach (var place in layers.InCallOrder())
            inputs = place.RectifiesInPlace && !inputs.requires_grad ? DenseElements.Rectify(inputs) : layers[place](inputs);

        return inputs;
    }
}

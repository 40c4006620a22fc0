using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>
    /// x where it is positive, a learned slope times x elsewhere: He, Zhang, Ren and Sun, "Delving Deep into Rectifiers: Surpassing
    /// Human-Level Performance on ImageNet Classification" (2015).
    /// </summary>
    /// <param name="inputs">Shape [..., channels].</param>
    /// <param name="perChannel">Whether each channel has a slope of its own, rather than all the same.</param>
    /// <param name="slopeInit">Initializes <c>negative_slope</c>, a scalar, or of shape [channels]; 0.25 if null.</param>
    /// <returns>The shape of the inputs.</returns>
    /// <exception cref="ArgumentException">Each channel is to have a slope, and the input is a single number.</exception>
    [Parametrized]
    public static partial Tensor PReLU(Tensor inputs, bool perChannel = false, Initializer? slopeInit = null)
    {
        if (perChannel && inputs.dim() == 0)
            throw new ArgumentException("PReLU with a slope for each channel takes inputs of shape [..., channels], but got a single number, of shape []. Give it an axis with reshape(1).");

        var slope = Parameter(perChannel ? [inputs.size(-1)] : [], slopeInit ?? Initializers.Constant(0.25), "negative_slope");
        Product.CheckTypes(inputs, slope);
        return where(inputs > 0, inputs, slope * inputs);
    }
}

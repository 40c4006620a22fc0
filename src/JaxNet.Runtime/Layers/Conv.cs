using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>A convolution over images, channels last (NHWC), with a kernel in the order HWIO, as in JAXnet and stax.</summary>
    /// <param name="inputs">Shape [n, height, width, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">Height and width of the filters.</param>
    /// <param name="strides">The steps by which the filters move; 1 and 1 if null.</param>
    /// <param name="padding">What happens at the border; nothing is added if not given.</param>
    /// <param name="dilation">The distances between the inputs that a filter sees; 1 and 1 if null.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [filter height, filter width, channels, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <returns>Shape [n, height of the output, width of the output, <paramref name="outChannels"/>].</returns>
    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the filters.</exception>
    [Parametrized]
    public static partial Tensor Conv(
        Tensor inputs,
        long outChannels,
        (long Height, long Width) filterShape,
        (long Height, long Width)? strides = null,
        WindowPadding padding = default,
        (long Height, long Width)? dilation = null,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        var window = new Window(nameof(Conv), inputs, filterShape, strides, padding, dilation);
        var kernel = Parameter(
            [filterShape.Height, filterShape.Width, inputs.shape[3], outChannels], kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter([outChannels], biasInit ?? Initializers.Normal(1e-6), "bias");

        // libtorch wants NCHW and OIHW: both are other views of the same memory.
        return nn.functional.conv2d(
            window.Padded(inputs, 0).permute(0, 3, 1, 2),
            kernel.permute(3, 2, 0, 1),
            bias,
            [window.Strides.Height, window.Strides.Width],
            null,
            [window.Dilation.Height, window.Dilation.Width]).permute(0, 2, 3, 1);
    }
}

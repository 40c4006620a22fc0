using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

// JAX's: a convolution over inputs with zeros between them, whose kernel isn't mirrored (transpose_kernel=False there).
public static partial class Layers
{
    /// <summary>
    /// A transposed convolution, which enlarges by its strides, with the axes of inputs, kernel and outputs in any order, as in
    /// JAXnet and stax: Zeiler, Krishnan, Taylor and Fergus, "Deconvolutional Networks" (2010).
    /// </summary>
    /// <param name="inputs">An axis N of examples, an axis C of channels and one to three others along which the filters move, in the order that <paramref name="dimensionNumbers"/> gives.</param>
    /// <param name="dimensionNumbers">The axes of inputs, kernel and outputs, a letter for each, as in JAX: <c>("NHWC", "HWIO", "NHWC")</c>. The kernel's I and O are the channels in and out.</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">The size of the filters along each axis, in the kernel's order.</param>
    /// <param name="strides">How many outputs each input becomes along each axis; 1 if null.</param>
    /// <param name="padding">The padding of the convolution whose sizes are undone: with "SAME" the output is the input times the stride. Explicit amounts go around the inputs with the zeros between them.</param>
    /// <param name="kernelInit">Initializes the kernel; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, which has the shape of the outputs' axes from C on, with 1 for all others; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <param name="dilation">The distances between the outputs that a filter reaches along each axis; 1 if null.</param>
    /// <returns>The axes in the order that <paramref name="dimensionNumbers"/> gives.</returns>
    /// <exception cref="ArgumentException">The inputs don't fit.</exception>
    [Parametrized]
    public static partial Tensor GeneralConvTranspose(
        Tensor inputs,
        (string Inputs, string Kernel, string Outputs) dimensionNumbers,
        long outChannels,
        long[] filterShape,
        long[]? strides = null,
        WindowPadding padding = default,
        Initializer? kernelInit = null,
        Initializer? biasInit = null,
        long[]? dilation = null)
    {
        var conv = Convolution.Transposed(nameof(GeneralConvTranspose), inputs, dimensionNumbers, outChannels, filterShape, strides, padding, dilation);
        var kernel = Parameter(conv.KernelShape, kernelInit ?? conv.KernelInit, "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }

    /// <summary>A transposed convolution over images, channels last (NHWC), with a kernel in the order HWIO, as in JAXnet and stax.</summary>
    /// <param name="inputs">Shape [n, height, width, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">Height and width of the filters.</param>
    /// <param name="strides">How many rows each row becomes, and how many columns each column; 1 and 1 if null.</param>
    /// <param name="padding">The padding of the convolution whose sizes are undone: with "SAME" the output is the input times the stride.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [filter height, filter width, channels, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <returns>Shape [n, height of the output, width of the output, <paramref name="outChannels"/>].</returns>
    /// <exception cref="ArgumentException">The inputs aren't images.</exception>
    [Parametrized]
    public static partial Tensor ConvTranspose(
        Tensor inputs,
        long outChannels,
        (long Height, long Width) filterShape,
        (long Height, long Width)? strides = null,
        WindowPadding padding = default,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        var conv = Convolution.Transposed(
            nameof(ConvTranspose),
            inputs,
            ("NHWC", "HWIO", "NHWC"),
            outChannels,
            [filterShape.Height, filterShape.Width],
            strides is { } steps ? [steps.Height, steps.Width] : null,
            padding,
            dilation: null);

        var kernel = Parameter(conv.KernelShape, kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }

    /// <summary>A transposed convolution over time, channels last (NTC), with a kernel in the order TIO, as in JAXnet.</summary>
    /// <param name="inputs">Shape [n, time, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterLength">How many steps a filter reaches.</param>
    /// <param name="stride">How many steps each step becomes.</param>
    /// <param name="padding">The padding of the convolution whose sizes are undone: with "SAME" the output is the input times the stride.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [<paramref name="filterLength"/>, channels, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <returns>Shape [n, time of the output, <paramref name="outChannels"/>].</returns>
    /// <exception cref="ArgumentException">The inputs aren't sequences.</exception>
    [Parametrized]
    public static partial Tensor Conv1DTranspose(
        Tensor inputs,
        long outChannels,
        long filterLength,
        long stride = 1,
        WindowPadding padding = default,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        var conv = Convolution.Transposed(nameof(Conv1DTranspose), inputs, ("NTC", "TIO", "NTC"), outChannels, [filterLength], [stride], padding, dilation: null);
        var kernel = Parameter(conv.KernelShape, kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }
}

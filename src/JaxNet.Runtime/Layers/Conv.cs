using static JaxNet.Primitives;
using static TorchSharp.torch;

namespace JaxNet;

// All of these are cross-correlations, as everywhere in machine learning: the filters aren't mirrored.
public static partial class Layers
{
    /// <summary>A convolution with the axes of inputs, kernel and outputs in any order, as in JAXnet and stax.</summary>
    /// <param name="inputs">An axis N of examples, an axis C of channels and one to three others along which the filters move, in the order that <paramref name="dimensionNumbers"/> gives.</param>
    /// <param name="dimensionNumbers">The axes of inputs, kernel and outputs, a letter for each, as in JAX: <c>("NHWC", "HWIO", "NHWC")</c>. The kernel's I and O are the channels in and out.</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">The size of the filters along each axis, in the kernel's order.</param>
    /// <param name="strides">The steps by which the filters move along each axis; 1 if null.</param>
    /// <param name="padding">What happens at the border; nothing is added if not given.</param>
    /// <param name="dilation">The distances between the inputs that a filter sees along each axis; 1 if null.</param>
    /// <param name="groups">Into how many groups the channels are divided, each with filters of its own.</param>
    /// <param name="kernelInit">Initializes the kernel; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, which has the shape of the outputs' axes from C on, with 1 for all others; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <returns>The axes in the order that <paramref name="dimensionNumbers"/> gives.</returns>
    /// <exception cref="ArgumentException">The inputs don't fit, or are smaller than the filters.</exception>
    [Parametrized]
    public static partial Tensor GeneralConv(
        Tensor inputs,
        (string Inputs, string Kernel, string Outputs) dimensionNumbers,
        long outChannels,
        long[] filterShape,
        long[]? strides = null,
        WindowPadding padding = default,
        long[]? dilation = null,
        long groups = 1,
        Initializer? kernelInit = null,
        Initializer? biasInit = null)
    {
        var conv = Convolution.Of(nameof(GeneralConv), inputs, dimensionNumbers, outChannels, filterShape, strides, padding, dilation, groups);
        var kernel = Parameter(conv.KernelShape, kernelInit ?? conv.KernelInit, "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }

    /// <summary>A convolution over images, channels last (NHWC), with a kernel in the order HWIO, as in JAXnet and stax.</summary>
    /// <param name="inputs">Shape [n, height, width, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">Height and width of the filters.</param>
    /// <param name="strides">The steps by which the filters move; 1 and 1 if null.</param>
    /// <param name="padding">What happens at the border; nothing is added if not given.</param>
    /// <param name="dilation">The distances between the inputs that a filter sees; 1 and 1 if null.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [filter height, filter width, channels / <paramref name="groups"/>, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <param name="groups">Into how many groups the channels are divided, each with filters of its own.</param>
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
        Initializer? biasInit = null,
        long groups = 1)
    {
        var conv = Convolution.Of(
            nameof(Conv),
            inputs,
            ("NHWC", "HWIO", "NHWC"),
            outChannels,
            [filterShape.Height, filterShape.Width],
            strides is { } steps ? [steps.Height, steps.Width] : null,
            padding,
            dilation is { } distances ? [distances.Height, distances.Width] : null,
            groups);

        var kernel = Parameter(conv.KernelShape, kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }

    /// <summary>A convolution over time, channels last (NTC), with a kernel in the order TIO, as in JAXnet.</summary>
    /// <param name="inputs">Shape [n, time, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterLength">How many steps a filter sees.</param>
    /// <param name="stride">The step by which the filters move.</param>
    /// <param name="padding">What happens at both ends; nothing is added if not given.</param>
    /// <param name="dilation">The distance between the inputs that a filter sees.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [<paramref name="filterLength"/>, channels / <paramref name="groups"/>, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <param name="groups">Into how many groups the channels are divided, each with filters of its own.</param>
    /// <returns>Shape [n, time of the output, <paramref name="outChannels"/>].</returns>
    /// <exception cref="ArgumentException">The inputs aren't sequences, or are shorter than the filters.</exception>
    [Parametrized]
    public static partial Tensor Conv1D(
        Tensor inputs,
        long outChannels,
        long filterLength,
        long stride = 1,
        WindowPadding padding = default,
        long dilation = 1,
        Initializer? kernelInit = null,
        Initializer? biasInit = null,
        long groups = 1)
    {
        var conv = Convolution.Of(nameof(Conv1D), inputs, ("NTC", "TIO", "NTC"), outChannels, [filterLength], [stride], padding, [dilation], groups);
        var kernel = Parameter(conv.KernelShape, kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }

    /// <summary>A convolution over volumes, channels last (NDHWC), with a kernel in the order DHWIO.</summary>
    /// <param name="inputs">Shape [n, depth, height, width, channels].</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="filterShape">Depth, height and width of the filters.</param>
    /// <param name="strides">The steps by which the filters move; 1 if null.</param>
    /// <param name="padding">What happens at the border; nothing is added if not given.</param>
    /// <param name="dilation">The distances between the inputs that a filter sees; 1 if null.</param>
    /// <param name="kernelInit">Initializes the kernel, of shape [filter depth, filter height, filter width, channels / <paramref name="groups"/>, <paramref name="outChannels"/>]; <see cref="Initializers.GlorotNormal"/> if null.</param>
    /// <param name="biasInit">Initializes the bias, of shape [<paramref name="outChannels"/>]; <see cref="Initializers.Normal"/> with a standard deviation of 1e-6 if null.</param>
    /// <param name="groups">Into how many groups the channels are divided, each with filters of its own.</param>
    /// <returns>Shape [n, depth, height and width of the output, <paramref name="outChannels"/>].</returns>
    /// <exception cref="ArgumentException">The inputs aren't volumes, or are smaller than the filters.</exception>
    [Parametrized]
    public static partial Tensor Conv3D(
        Tensor inputs,
        long outChannels,
        (long Depth, long Height, long Width) filterShape,
        (long Depth, long Height, long Width)? strides = null,
        WindowPadding padding = default,
        (long Depth, long Height, long Width)? dilation = null,
        Initializer? kernelInit = null,
        Initializer? biasInit = null,
        long groups = 1)
    {
        var conv = Convolution.Of(
            nameof(Conv3D),
            inputs,
            ("NDHWC", "DHWIO", "NDHWC"),
            outChannels,
            [filterShape.Depth, filterShape.Height, filterShape.Width],
            strides is { } steps ? [steps.Depth, steps.Height, steps.Width] : null,
            padding,
            dilation is { } distances ? [distances.Depth, distances.Height, distances.Width] : null,
            groups);

        var kernel = Parameter(conv.KernelShape, kernelInit ?? Initializers.GlorotNormal(), "kernel");
        var bias = Parameter(conv.BiasShape, biasInit ?? Initializers.Normal(1e-6), "bias");
        return conv.Apply(inputs, kernel, bias);
    }
}

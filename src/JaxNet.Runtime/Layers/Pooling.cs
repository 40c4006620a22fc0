using static TorchSharp.torch;

namespace JaxNet;

public static partial class Layers
{
    /// <summary>The largest element of each window, channel by channel.</summary>
    /// <param name="inputs">Shape [n, height, width, channels].</param>
    /// <param name="windowShape">Height and width of the window.</param>
    /// <param name="strides">The steps by which it moves; 1 and 1 if null, as in stax.</param>
    /// <param name="padding">What happens at the border; padding never is the largest.</param>
    /// <returns>Shape [n, height of the output, width of the output, channels].</returns>
    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the window, or a window holds nothing but padding.</exception>
    [Parametrized]
    public static partial Tensor MaxPool(
        Tensor inputs, (long Height, long Width) windowShape, (long Height, long Width)? strides = null, WindowPadding padding = default) =>
        Window.OverImages(nameof(MaxPool), inputs, windowShape, strides, padding).OnInputs(nameof(MaxPool)).Largest(inputs);

    /// <summary>The sum of the elements of each window, channel by channel.</summary>
    /// <inheritdoc cref="MaxPool(Tensor, ValueTuple{long, long}, Nullable{ValueTuple{long, long}}, WindowPadding)" path="/param"/>
    /// <returns>Shape [n, height of the output, width of the output, channels].</returns>
    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the window.</exception>
    [Parametrized]
    public static partial Tensor SumPool(
        Tensor inputs, (long Height, long Width) windowShape, (long Height, long Width)? strides = null, WindowPadding padding = default) =>
        Window.OverImages(nameof(SumPool), inputs, windowShape, strides, padding).Sums(inputs);

    /// <summary>The mean of the elements of each window, channel by channel. Where padding is in a window, only what is inside the image counts.</summary>
    /// <inheritdoc cref="MaxPool(Tensor, ValueTuple{long, long}, Nullable{ValueTuple{long, long}}, WindowPadding)" path="/param"/>
    /// <returns>Shape [n, height of the output, width of the output, channels].</returns>
    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the window, or a window holds nothing but padding.</exception>
    [Parametrized]
    public static partial Tensor AvgPool(
        Tensor inputs, (long Height, long Width) windowShape, (long Height, long Width)? strides = null, WindowPadding padding = default)
    {
        var window = Window.OverImages(nameof(AvgPool), inputs, windowShape, strides, padding).OnInputs(nameof(AvgPool));
        var sums = window.Sums(inputs);
        if (!window.IsPadded)
            return sums.Over(windowShape.Height * windowShape.Width);

        var inside = ones([1, inputs.size(1), inputs.size(2), 1], inputs.dtype, inputs.device);
        return sums / window.Sums(inside);
    }
}

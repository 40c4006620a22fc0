using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A window that slides over images of shape [n, height, width, channels], checked before libtorch sees it.</summary>
internal readonly struct Window
{
    private readonly ((long Low, long High) Height, (long Low, long High) Width) _padding;
    private readonly (long Height, long Width) _shape;

    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the window.</exception>
    public Window(
        string layer,
        Tensor inputs,
        (long Height, long Width) shape,
        (long Height, long Width)? strides,
        WindowPadding padding,
        (long Height, long Width)? dilation = null)
    {
        var image = inputs.shape;
        if (image.Length != 4)
        {
            throw new ArgumentException(
                $"{layer} takes images of shape [n, height, width, channels], but got {Shapes.Describe(image)}." +
                (image.Length == 3 ? " For a single image or a single channel add that axis with unsqueeze." : ""));
        }

        (_shape, Strides, Dilation) = (shape, strides ?? (1, 1), dilation ?? (1, 1));
        if (shape.Height < 1 || shape.Width < 1 || Strides.Height < 1 || Strides.Width < 1 || Dilation.Height < 1 || Dilation.Width < 1)
            throw new ArgumentException($"{layer}: window {shape}, strides {Strides} and dilation {Dilation} must all be at least 1.");

        _padding = padding.For((image[1], image[2]), shape, Strides, Dilation);
        Outputs = (
            OutputsOf(image[1], _padding.Height, shape.Height, Strides.Height, Dilation.Height),
            OutputsOf(image[2], _padding.Width, shape.Width, Strides.Width, Dilation.Width));

        if (Outputs.Height < 1 || Outputs.Width < 1)
        {
            throw new ArgumentException(
                $"{layer}: the window {shape}, with dilation {Dilation} and padding {padding}, is larger than the images of shape {Shapes.Describe(image)}.");
        }
    }

    public (long Height, long Width) Strides { get; }

    public (long Height, long Width) Dilation { get; }

    /// <summary>How often the window fits.</summary>
    public (long Height, long Width) Outputs { get; }

    public bool IsPadded => _padding != default;

    /// <summary>Whether the windows tile the image, without gaps and overlaps.</summary>
    private bool IsTiling => _shape == Strides && !IsPadded && Dilation == (1, 1);

    public Tensor Padded(Tensor inputs, double value) => IsPadded
        ? nn.functional.pad(
            inputs, [0, 0, _padding.Width.Low, _padding.Width.High, _padding.Height.Low, _padding.Height.High], PaddingModes.Constant, value)
        : inputs;

    /// <summary>Combines the elements of each window.</summary>
    /// <param name="inputs">The images.</param>
    /// <param name="outside">What stands outside of the images.</param>
    /// <param name="overAxes">Combines over axes, where the windows tile the image.</param>
    /// <param name="pairwise">Combines two tensors, element by element.</param>
    public Tensor Reduce(Tensor inputs, double outside, Func<Tensor, long[], Tensor> overAxes, Func<Tensor, Tensor, Tensor> pairwise)
    {
        if (IsTiling)
        {
            var tiles = inputs
                .narrow(1, 0, Outputs.Height * _shape.Height)
                .narrow(2, 0, Outputs.Width * _shape.Width)
                .reshape(inputs.shape[0], Outputs.Height, _shape.Height, Outputs.Width, _shape.Width, inputs.shape[3]);
            return overAxes(tiles, [2, 4]);
        }

        // Each position inside of the window in turn, for all windows at once.
        var padded = Padded(inputs, outside);
        Tensor? result = null;
        for (var row = 0; row < _shape.Height; row++)
        {
            for (var column = 0; column < _shape.Width; column++)
            {
                var element = padded
                    .slice(1, row, row + ((Outputs.Height - 1) * Strides.Height) + 1, Strides.Height)
                    .slice(2, column, column + ((Outputs.Width - 1) * Strides.Width) + 1, Strides.Width);
                result = result is null ? element : pairwise(result, element);
            }
        }

        return result!;
    }

    private static long OutputsOf(long size, (long Low, long High) padding, long window, long stride, long dilation)
    {
        var free = padding.Low + size + padding.High - (((window - 1) * dilation) + 1);
        return free < 0 ? 0 : (free / stride) + 1;
    }
}

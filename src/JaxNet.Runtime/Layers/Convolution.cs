using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// What all convolutions have in common: the axes of inputs, kernel and outputs in any order, brought into libtorch's and back.
/// Those are other views of the same memory. The order of the window's axes is the kernel's, as in JAX.
/// </summary>
internal readonly struct Convolution
{
    private readonly string _spatial;
    private readonly Layout _inputs;
    private readonly Layout _kernel;
    private readonly Layout _outputs;
    private readonly Window _window;
    private readonly long[] _inputStrides;
    private readonly long _groups;

    private Convolution(
        string layer,
        Tensor inputs,
        (string Inputs, string Kernel, string Outputs) layouts,
        long outChannels,
        long[] filterShape,
        long[]? strides,
        WindowPadding padding,
        long[]? dilation,
        long groups,
        bool isTransposed)
    {
        (_inputs, _kernel, _outputs) = (new(layouts.Inputs), new(layouts.Kernel), new(layouts.Outputs));
        _spatial = layouts.Kernel.Replace("I", "").Replace("O", "");
        if (!_inputs.Has("NC" + _spatial) || !_kernel.Has("IO" + _spatial) || !_outputs.Has("NC" + _spatial) ||
            _spatial.Length is < 1 or > 3 || _spatial.Distinct().Count() != _spatial.Length)
        {
            throw new ArgumentException(
                $"{layer}: {layouts} are no dimension numbers. They name the axes of inputs, kernel and outputs, with one to three for the window, " +
                "like (\"NHWC\", \"HWIO\", \"NHWC\").");
        }

        _inputs.Check(layer, inputs.shape);
        var shape = inputs.shape;
        var channels = shape[layouts.Inputs.IndexOf('C')];
        if (groups < 1 || channels % groups != 0 || outChannels % groups != 0)
            throw new ArgumentException($"{layer}: {channels} channels of inputs and {outChannels} of outputs can't both be divided into {groups} groups.");

        long[] sizes = [.. _inputs.PositionsOf(_spatial).Select(axis => shape[axis])];
        var described = $"{(layouts.Inputs.Contains('H') ? "images" : "inputs")} of shape {Shapes.Describe(shape)}";
        _inputStrides = [];
        if (isTransposed)
        {
            // The strides become distances between the inputs, and what a convolution would cut off is added.
            var (steps, distances) = Window.Checked(layer, sizes.Length, filterShape, strides, dilation);
            sizes = [.. sizes.Select((size, i) => ((size - 1) * steps[i]) + 1)];
            padding = WindowPadding.Explicit(padding.ForTransposed(filterShape, steps, distances));
            (_inputStrides, strides) = (steps, null);
        }

        _window = new(layer, described, sizes, filterShape, strides, padding, dilation);
        _groups = groups;
        KernelShape = ShapeOf(layouts.Kernel, _spatial, filterShape, channels / groups, outChannels);
        BiasShape = [.. layouts.Outputs[layouts.Outputs.IndexOf('C')..].Select(axis => axis == 'C' ? outChannels : 1)];
    }

    public long[] KernelShape { get; }

    /// <summary>From the axis of the channels on: what adds to the outputs.</summary>
    public long[] BiasShape { get; }

    public Initializer KernelInit => Initializers.GlorotNormal(_kernel.Letters.IndexOf('I'), _kernel.Letters.IndexOf('O'));

    /// <exception cref="ArgumentException">The inputs don't fit.</exception>
    public static Convolution Of(
        string layer,
        Tensor inputs,
        (string Inputs, string Kernel, string Outputs) layouts,
        long outChannels,
        long[] filterShape,
        long[]? strides,
        WindowPadding padding,
        long[]? dilation,
        long groups) => new(layer, inputs, layouts, outChannels, filterShape, strides, padding, dilation, groups, isTransposed: false);

    /// <exception cref="ArgumentException">The inputs don't fit.</exception>
    public static Convolution Transposed(
        string layer,
        Tensor inputs,
        (string Inputs, string Kernel, string Outputs) layouts,
        long outChannels,
        long[] filterShape,
        long[]? strides,
        WindowPadding padding,
        long[]? dilation) => new(layer, inputs, layouts, outChannels, filterShape, strides, padding, dilation, groups: 1, isTransposed: true);

    public Tensor Apply(Tensor inputs, Tensor kernel, Tensor bias)
    {
        Product.CheckTypes(inputs, kernel);
        Product.CheckTypes(inputs, bias);
        var x = WithZerosBetween(inputs.permute(_inputs.PositionsOf("NC" + _spatial)));
        var padding = _window.SymmetricPadding;
        if (padding is null)
            x = _window.Padded(x, 2, 0);

        padding ??= new long[_spatial.Length];
        var weights = kernel.permute(_kernel.PositionsOf("OI" + _spatial));
        // Where there is nothing to convolve, libtorch views the kernel as a vector, for which it has to be in order.
        if (x.numel() == 0)
            weights = weights.contiguous();

        var (strides, dilation) = (_window.Strides, _window.Dilation);
        var output = _spatial.Length switch
        {
            1 => nn.functional.conv1d(x, weights, bias.flatten(), strides[0], padding[0], dilation[0], _groups),
            2 => nn.functional.conv2d(x, weights, bias.flatten(), strides, padding, dilation, _groups),
            _ => nn.functional.conv3d(x, weights, bias.flatten(), strides, padding, dilation, _groups),
        };

        return output.permute(new Layout("NC" + _spatial).PositionsOf(_outputs.Letters));
    }

    private Tensor WithZerosBetween(Tensor x)
    {
        for (var i = 0; i < _inputStrides.Length; i++)
        {
            if (_inputStrides[i] == 1)
                continue;

            // Zeros behind each element, and those behind the last one off again.
            var axis = i + 2;
            var length = ((x.shape[axis] - 1) * _inputStrides[i]) + 1;
            var spread = x.unsqueeze(axis + 1);
            var gap = spread.shape;
            gap[axis + 1] = _inputStrides[i] - 1;
            x = cat([spread, zeros(gap, x.dtype, x.device)], axis + 1).flatten(axis, axis + 1).narrow(axis, 0, length);
        }

        return x;
    }

    private static long[] ShapeOf(string kernel, string spatial, long[] filterShape, long inputs, long outputs) => [.. kernel.Select(axis => axis switch
    {
        'I' => inputs,
        'O' => outputs,
        _ => filterShape[spatial.IndexOf(axis)],
    })];
}

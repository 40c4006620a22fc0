using static TorchSharp.torch;

namespace JaxNet;

/// <summary>A window that slides along some axes of its inputs, checked before libtorch sees it.</summary>
internal readonly struct Window
{
    private readonly long[] _shape, _sizes;

    /// <exception cref="ArgumentException">The window doesn't fit the inputs.</exception>
    public Window(
        string layer, string inputs, long[] sizes, long[] shape, long[]? strides, WindowPadding padding, long[]? dilation = null)
    {
        _shape = shape;
        (Strides, Dilation) = Checked(layer, sizes.Length, shape, strides, dilation);
        var amounts = Padding = padding.For(sizes, shape, Strides, Dilation);
        var (steps, distances) = (Strides, Dilation);
        Outputs = [.. sizes.Select((size, i) => OutputsOf(size, amounts[i], shape[i], steps[i], distances[i]))];
        _sizes = sizes;
        if (Outputs.Any(count => count < 1))
            throw new ArgumentException($"{layer}: the window {Text(shape)}, with dilation {Text(Dilation)} and padding {padding}, is larger than {Text(sizes)}, the axes that it slides along in the {inputs}.");
    }

    public long[] Strides { get; }

    public long[] Dilation { get; }

    public (long Low, long High)[] Padding { get; }

    /// <summary>How often the window fits along each axis.</summary>
    public long[] Outputs { get; }

    public bool IsPadded => Padding.Any(amounts => amounts != default);

    /// <summary>How much goes on both sides of each axis; null where the two sides differ.</summary>
    public long[]? SymmetricPadding => Padding.All(amounts => amounts.Low == amounts.High) ? [.. Padding.Select(amounts => amounts.Low)] : null;

    /// <summary>Whether the windows tile the inputs, without gaps and overlaps.</summary>
    private bool IsTiling => _shape.SequenceEqual(Strides) && !IsPadded && Dilation.All(distance => distance == 1);

    /// <summary>Strides and dilation, 1 where there are none.</summary>
    /// <exception cref="ArgumentException">Something is for another number of axes, or less than 1.</exception>
    public static (long[] Strides, long[] Dilation) Checked(string layer, int axes, long[] shape, long[]? strides, long[]? dilation)
    {
        long[] ones = [.. Enumerable.Repeat(1L, axes)];
        (strides, dilation) = (strides ?? ones, dilation ?? ones);
        var description = $"{layer}: the window {Text(shape)}, strides {Text(strides)} and dilation {Text(dilation)} must all";
        if (shape.Length != axes || strides.Length != axes || dilation.Length != axes)
            throw new ArgumentException($"{description} be for {axes} axes.");

        return shape.Concat(strides).Concat(dilation).All(size => size >= 1)
            ? (strides, dilation)
            : throw new ArgumentException($"{description} be at least 1.");
    }

    /// <summary>The window over images of shape [n, height, width, channels].</summary>
    /// <exception cref="ArgumentException">The inputs aren't images, or are smaller than the window.</exception>
    public static Window OverImages(
        string layer, Tensor inputs, (long Height, long Width) shape, (long Height, long Width)? strides, WindowPadding padding)
    {
        var image = inputs.shape;
        new Layout("NHWC").Check(layer, image);
        return new(
            layer,
            $"images of shape {Shapes.Describe(image)}",
            [image[1], image[2]],
            [shape.Height, shape.Width],
            strides is { } steps ? [steps.Height, steps.Width] : null,
            padding);
    }

    /// <summary>Itself, if there is something of the inputs in the window wherever it stands.</summary>
    /// <exception cref="ArgumentException">Somewhere it holds nothing but padding.</exception>
    public Window OnInputs(string layer)
    {
        for (var i = 0; i < _shape.Length; i++)
        {
            var (covered, last) = (((_shape[i] - 1) * Dilation[i]) + 1, (Outputs[i] - 1) * Strides[i]);
            if (Padding[i].Low >= covered || last >= Padding[i].Low + _sizes[i])
            {
                throw new ArgumentException(
                    $"{layer}: with the padding ({string.Join(", ", Padding)}) the window {Text(_shape)} somewhere holds nothing but padding. Pad by less than the window.");
            }
        }

        return this;
    }

    /// <summary>The inputs with a border, where the window moves along the axes from <paramref name="firstAxis"/> on.</summary>
    public Tensor Padded(Tensor inputs, int firstAxis, double value)
    {
        if (!IsPadded)
            return inputs;

        // From the last axis to the first.
        var amounts = new long[2 * (inputs.dim() - firstAxis)];
        for (var i = 0; i < Padding.Length; i++)
            (amounts[^((2 * i) + 2)], amounts[^((2 * i) + 1)]) = Padding[i];

        return nn.functional.pad(inputs, amounts, TorchSharp.PaddingModes.Constant, value);
    }

    /// <summary>The largest element of each window, channels last.</summary>
    public Tensor Largest(Tensor inputs) => IsTiling && MaxTiles.Fits(inputs, _shape)
        ? MaxTiles.Of(inputs, _shape, Outputs)
        : Reduce(inputs, double.NegativeInfinity, (tiles, axes) => tiles.amax(axes), maximum);

    /// <summary>The sum of each window, channels last.</summary>
    public Tensor Sums(Tensor inputs) => Reduce(inputs, 0, (tiles, axes) => tiles.sum(axes), (sum, element) => sum.Plus(element));

    /// <summary>Combines the elements of each window, channels last.</summary>
    /// <param name="inputs">Shape [n, the axes of the window, channels].</param>
    /// <param name="outside">What stands outside of the inputs.</param>
    /// <param name="overAxes">Combines over axes, where the windows tile the inputs.</param>
    /// <param name="pairwise">Combines two tensors, element by element.</param>
    private Tensor Reduce(Tensor inputs, double outside, Func<Tensor, long[], Tensor> overAxes, Func<Tensor, Tensor, Tensor> pairwise)
    {
        var axes = Enumerable.Range(0, _shape.Length);
        if (IsTiling)
        {
            var (outputs, window) = (Outputs, _shape);
            var whole = axes.Aggregate(inputs, (tensor, i) => tensor.narrow(i + 1, 0, outputs[i] * window[i]));
            var tiles = whole.reshape([inputs.size(0), .. axes.SelectMany(i => new[] { outputs[i], window[i] }), inputs.size(-1)]);
            return overAxes(tiles, [.. axes.Select(i => (2L * i) + 2)]);
        }

        // Each position inside of the window in turn, for all windows at once.
        var padded = Padded(inputs, 1, outside);
        Tensor? result = null;
        foreach (var position in Positions(_shape))
        {
            var element = padded;
            foreach (var i in axes)
            {
                var first = position[i] * Dilation[i];
                element = element.slice(i + 1, first, first + ((Outputs[i] - 1) * Strides[i]) + 1, Strides[i]);
            }

            result = result is null ? element : pairwise(result, element);
        }

        return result!;
    }

    private static IEnumerable<long[]> Positions(IEnumerable<long> shape) => shape.Aggregate(
        Enumerable.Repeat(Array.Empty<long>(), 1),
        (positions, size) => positions.SelectMany(position => Enumerable.Range(0, (int)size).Select(next => (long[])[.. position, next])));

    private static long OutputsOf(long size, (long Low, long High) padding, long window, long stride, long dilation)
    {
        var free = padding.Low + size + padding.High - (((window - 1) * dilation) + 1);
        return free < 0 ? 0 : (free / stride) + 1;
    }

    private static string Text(long[] sizes) => $"({string.Join(", ", sizes)})";
}

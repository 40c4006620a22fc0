using JaxNet.Streams;

namespace JaxNet;

/// <summary>How many inputs each output of a kernel has, and how many outputs each input.</summary>
internal readonly record struct Fans(double In, double Out)
{
    /// <summary>
    /// Reads them off a shape: all axes but those named are the receptive field, which each input and output meets as a whole;
    /// those of the batch are kernels beside each other, and count for nothing.
    /// </summary>
    public static Fans Of(long[] shape, ReadOnlySpan<int> inAxes, ReadOnlySpan<int> outAxes, ReadOnlySpan<int> batchAxes)
    {
        if (shape.Length < 2 && inAxes is [-2])
            throw new ArgumentException(
                $"A kernel of the shape [{Draw.Text(shape)}] has no number of inputs and outputs, since it has less than two axes. " +
                "Initialise it with Initializers.Normal, Uniform, Zeros or Constant, which take any shape.", nameof(shape));

        var inputs = Size(shape, inAxes, nameof(inAxes));
        var outputs = Size(shape, outAxes, nameof(outAxes));
        var size = 1.0;
        foreach (var axis in shape) size *= axis;
        var field = size / inputs / outputs / Size(shape, batchAxes, nameof(batchAxes));
        return new(inputs * field, outputs * field);
    }

    private static double Size(long[] shape, ReadOnlySpan<int> axes, string name)
    {
        var size = 1.0;
        foreach (var axis in axes)
        {
            if (axis < -shape.Length || axis >= shape.Length)
                throw new ArgumentOutOfRangeException(name, axis, $"A kernel of the shape [{Draw.Text(shape)}] has no such axis.");
            size *= shape[axis < 0 ? axis + shape.Length : axis];
        }

        return size;
    }
}

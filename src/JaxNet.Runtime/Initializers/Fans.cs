using JaxNet.Streams;

namespace JaxNet;

/// <summary>How many inputs each output of a kernel has, and how many outputs each input.</summary>
internal readonly record struct Fans(double In, double Out)
{
    /// <summary>
    /// Reads them off a shape: all axes but those two are the receptive field, which each input and output meets as a whole.
    /// </summary>
    public static Fans Of(long[] shape, int inAxis, int outAxis)
    {
        if (shape.Length < 2)
            throw new ArgumentException(
                $"A kernel of the shape [{Draw.Text(shape)}] has no number of inputs and outputs, since it has less than two axes. " +
                "Initialise it with Initializers.Normal, Uniform, Zeros or Constant, which take any shape.", nameof(shape));

        double inputs = shape[Index(shape, inAxis, nameof(inAxis))];
        double outputs = shape[Index(shape, outAxis, nameof(outAxis))];
        var size = 1.0;
        foreach (var axis in shape) size *= axis;
        var field = size / inputs / outputs;
        return new(inputs * field, outputs * field);
    }

    private static int Index(long[] shape, int axis, string name) => axis >= -shape.Length && axis < shape.Length
        ? axis < 0 ? axis + shape.Length : axis
        : throw new ArgumentOutOfRangeException(name, axis, $"A kernel of the shape [{Draw.Text(shape)}] has no such axis.");
}

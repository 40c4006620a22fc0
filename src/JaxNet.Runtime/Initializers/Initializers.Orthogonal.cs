using JaxNet.Streams;
using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

public static partial class Initializers
{
    /// <summary>
    /// Uniformly distributed orthogonal matrices: Saxe, McClelland, Ganguli, "Exact solutions to the nonlinear dynamics of
    /// learning in deep linear neural networks" (2013). The columns are orthonormal, or the rows where they are fewer.
    /// </summary>
    /// <param name="scale">A factor of all elements.</param>
    /// <param name="columnAxis">The kernel's axis that is the matrix's columns; its rows are all other axes together.</param>
    /// <remarks>The initializer throws an <see cref="ArgumentException"/> for a shape with less than two axes.</remarks>
    public static Initializer Orthogonal(double scale = 1, int columnAxis = -1) => (key, shape) =>
    {
        if (shape.Length < 2)
            throw new ArgumentException($"An orthogonal kernel has at least two axes, but the shape is [{Draw.Text(shape)}].", nameof(shape));
        if (columnAxis < -shape.Length || columnAxis >= shape.Length)
            throw new ArgumentOutOfRangeException(nameof(columnAxis), columnAxis, $"A kernel of the shape [{Draw.Text(shape)}] has no such axis.");
        if (shape.Contains(0)) return zeros(shape, ScalarType.Float32, key.Device);

        using var scope = NewDisposeScope();
        var axis = columnAxis < 0 ? columnAxis + shape.Length : columnAxis;
        long[] others = [.. shape[..axis], .. shape[(axis + 1)..]];
        var matrix = key.Orthogonal(Shapes.Count(others), [], shape[axis]);
        return scope.MoveToOuter((matrix.reshape([.. others, shape[axis]]).movedim([-1], [axis]) * scale).contiguous());
    };

    /// <summary>
    /// Kernels of convolutions that are an orthogonal matrix at the centre and zero elsewhere: Xiao et al., "Dynamical
    /// isometry and a mean field theory of CNNs" (2018).
    /// </summary>
    /// <param name="scale">A factor of all elements.</param>
    /// <param name="columnAxis">Which of the last two axes is the matrix's columns.</param>
    /// <remarks>
    /// The initializer throws an <see cref="ArgumentException"/> for a shape that hasn't three, four or five axes, [..., inputs,
    /// outputs], or has more inputs than outputs.
    /// </remarks>
    public static Initializer DeltaOrthogonal(double scale = 1, int columnAxis = -1) => (key, shape) =>
    {
        if (shape.Length is < 3 or > 5)
            throw new ArgumentException($"A delta orthogonal kernel is that of a convolution, with three to five axes, but the shape is [{Draw.Text(shape)}].", nameof(shape));
        if (shape[^1] < shape[^2])
            throw new ArgumentException($"A delta orthogonal kernel has no more inputs than outputs, but the shape is [{Draw.Text(shape)}].", nameof(shape));

        using var scope = NewDisposeScope();
        var kernel = zeros(shape, ScalarType.Float32, key.Device);
        var centre = kernel;
        foreach (var size in shape[..^2]) centre = centre.select(0, (size - 1) / 2);
        centre.copy_(Orthogonal(scale, columnAxis)(key, shape[^2..]));
        return scope.MoveToOuter(kernel);
    };
}

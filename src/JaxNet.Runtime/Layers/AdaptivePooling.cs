using static TorchSharp.torch;

namespace JaxNet;

// Window i of m over n elements goes from floor(i n / m) to ceil((i + 1) n / m), as in PyTorch and Equinox.
public static partial class Layers
{
    /// <summary>The mean over windows that are as large as makes the output this large.</summary>
    /// <param name="inputs">Shape [n, the pooled axes, channels].</param>
    /// <param name="outputShape">The size of each pooled axis in the output: <c>[1, 1]</c> is the mean over whole images.</param>
    /// <returns>Shape [n, <paramref name="outputShape"/>, channels].</returns>
    /// <exception cref="ArgumentException">The inputs have another number of axes, or a size isn't positive.</exception>
    [Parametrized]
    public static partial Tensor AdaptiveAvgPool(Tensor inputs, long[] outputShape) =>
        AdaptivePooled(nameof(AdaptiveAvgPool), inputs, outputShape, (window, axis) => window.mean([axis], keepdim: true));

    /// <summary>The largest element of windows that are as large as makes the output this large.</summary>
    /// <param name="inputs">Shape [n, the pooled axes, channels].</param>
    /// <param name="outputShape">The size of each pooled axis in the output: <c>[1, 1]</c> is the largest element of whole images.</param>
    /// <returns>Shape [n, <paramref name="outputShape"/>, channels].</returns>
    /// <exception cref="ArgumentException">The inputs have another number of axes, or a size isn't positive.</exception>
    [Parametrized]
    public static partial Tensor AdaptiveMaxPool(Tensor inputs, long[] outputShape) =>
        AdaptivePooled(nameof(AdaptiveMaxPool), inputs, outputShape, (window, axis) => window.amax([axis], keepdim: true));

    /// <summary>One axis after the other: the windows along one axis are the same wherever one stands on the others.</summary>
    private static Tensor AdaptivePooled(string layer, Tensor inputs, long[] outputShape, Func<Tensor, long, Tensor> reduce)
    {
        if (inputs.dim() != outputShape.Length + 2 || outputShape.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"{layer} to {Shapes.Describe(outputShape)} takes inputs of shape [n, {outputShape.Length} axes, channels] to sizes of at least 1, " +
                $"but got {Shapes.Describe(inputs.shape)}.");
        }

        for (var i = 0; i < outputShape.Length; i++)
        {
            var (axis, size, count) = (i + 1, inputs.shape[i + 1], outputShape[i]);
            var pooled = new List<Tensor>();
            for (var j = 0L; j < count; j++)
            {
                var first = j * size / count;
                var end = (((j + 1) * size) + count - 1) / count;
                pooled.Add(reduce(inputs.narrow(axis, first, end - first), axis));
            }

            inputs = cat(pooled, axis);
        }

        return inputs;
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Runtime.Tests.Layers;

/// <summary>Convolution and pooling by their definitions: a loop over every output, window and channel, in doubles.</summary>
internal static class Reference
{
    public delegate double Combine(double accumulated, double element);

    public sealed record Image(long[] Shape, double[] Values)
    {
        public static Image Counting(params long[] shape)
        {
            // Values that differ, with both signs, and no pattern that a transposed axis would share.
            var count = shape.Aggregate(1L, (product, size) => product * size);
            return new(shape, [.. Enumerable.Range(0, (int)count).Select(i => ((i * 37) % 23) - 11.0)]);
        }

        public double this[long n, long y, long x, long c] =>
            Values[(((((n * Shape[1]) + y) * Shape[2]) + x) * Shape[3]) + c];

        public Tensor ToTensor() => tensor(Values.Select(value => (float)value).ToArray(), Shape);
    }

    /// <summary>In front of an axis and the number of outputs, as TensorFlow's documentation defines SAME and VALID.</summary>
    public static (long Before, long Outputs) Extent(bool same, long size, long window, long stride, long dilation)
    {
        var covered = ((window - 1) * dilation) + 1;
        if (!same)
            return (0, (long)Math.Ceiling((size - covered + 1) / (double)stride));

        var outputs = (long)Math.Ceiling(size / (double)stride);
        return (Math.Max(((outputs - 1) * stride) + covered - size, 0) / 2, outputs);
    }

    public static Image Conv(Image image, Image kernel, double[] bias, bool same, long stride, long dilation)
    {
        var (kh, kw, channels, filters) = (kernel.Shape[0], kernel.Shape[1], kernel.Shape[2], kernel.Shape[3]);
        return Slide(image, (kh, kw), same, stride, dilation, filters, (n, f, positions) =>
        {
            var sum = bias[f];
            foreach (var (y, x, i, j) in positions)
            {
                for (var c = 0L; c < channels; c++)
                    sum += image[n, y, x, c] * kernel[i, j, c, f];
            }

            return sum;
        });
    }

    public static Image Pool(Image image, (long, long) window, bool same, long stride, Func<IReadOnlyList<double>, double> combine) =>
        Slide(image, window, same, stride, 1, image.Shape[3], (n, c, positions) => combine([.. positions.Select(p => image[n, p.Y, p.X, c])]));

    private static Image Slide(
        Image image,
        (long Height, long Width) window,
        bool same,
        long stride,
        long dilation,
        long outputs,
        Func<long, long, IReadOnlyList<(long Y, long X, long I, long J)>, double> valueOf)
    {
        var (top, rows) = Extent(same, image.Shape[1], window.Height, stride, dilation);
        var (left, columns) = Extent(same, image.Shape[2], window.Width, stride, dilation);
        var values = new List<double>();
        for (var n = 0L; n < image.Shape[0]; n++)
        {
            for (var row = 0L; row < rows; row++)
            {
                for (var column = 0L; column < columns; column++)
                {
                    var positions = new List<(long, long, long, long)>();
                    for (var i = 0L; i < window.Height; i++)
                    {
                        for (var j = 0L; j < window.Width; j++)
                        {
                            var (y, x) = ((row * stride) - top + (i * dilation), (column * stride) - left + (j * dilation));
                            if (y >= 0 && y < image.Shape[1] && x >= 0 && x < image.Shape[2])
                                positions.Add((y, x, i, j));
                        }
                    }

                    for (var output = 0L; output < outputs; output++)
                        values.Add(valueOf(n, output, positions));
                }
            }
        }

        return new([image.Shape[0], rows, columns, outputs], [.. values]);
    }
}

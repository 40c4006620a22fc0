using static TorchSharp.torch;

namespace JaxNet.Tests.Examples;

public static class Nets
{
    public static DenseParams Dense(long inputs, long outputs, double start = 0) => new()
    {
        Kernel = Wave([inputs, outputs], start),
        Bias = Wave([outputs], start + 7),
    };

    public static NetParams Net(long inputs = 3, long hidden = 4, long outputs = 2) => new()
    {
        Dense0 = Dense(inputs, hidden),
        Dense1 = Dense(hidden, outputs, start: 3),
    };

    // Numbers that differ, without a random generator: sin(start), sin(start + 1), ...
    public static Tensor Wave(long[] shape, double start = 0) =>
        (arange(shape.Aggregate(1L, (product, size) => product * size), dtype: ScalarType.Float32) + start).sin().reshape(shape);
}

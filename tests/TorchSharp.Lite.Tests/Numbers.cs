using static TorchSharp.torch;

namespace TorchSharp.Lite.Tests;

/// <summary>Compares tensors with numbers that were worked out elsewhere.</summary>
internal static class Numbers
{
    internal static void Are(float[] expected, Tensor actual, float tolerance = 1e-6f)
    {
        Assert.Equal(ScalarType.Float32, actual.dtype);
        var elements = actual.data<float>().ToArray();
        Assert.Equal(expected.Length, elements.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Same(expected[i], elements[i], tolerance), $"element {i} is {elements[i]}, not {expected[i]}: {actual.ToString(TensorStringStyle.Numpy)}");
    }

    internal static void Are(long[] expected, Tensor actual) => Assert.Equal(expected, actual.@long().data<long>().ToArray());

    internal static void Are(bool[] expected, Tensor actual) => Assert.Equal(expected, actual.data<bool>().ToArray());

    internal static Tensor Row(params float[] elements) => tensor(elements);

    private static bool Same(float expected, float actual, float tolerance) =>
        float.IsNaN(expected) ? float.IsNaN(actual) : expected == actual || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
}

using static TorchSharp.torch;

namespace JaxNet.Tests;

/// <summary>A tensor's elements as an array, in row-major order.</summary>
internal static class Values
{
    public static float[] Floats(this Tensor tensor) => tensor.data<float>().ToArray();

    public static int[] Ints(this Tensor tensor) => tensor.data<int>().ToArray();

    public static long[] Longs(this Tensor tensor) => tensor.data<long>().ToArray();

    public static byte[] Bytes(this Tensor tensor) => tensor.data<byte>().ToArray();

    public static bool[] Bools(this Tensor tensor) => tensor.data<bool>().ToArray();

    /// <summary>Compares with published numbers, which were rounded to some digits.</summary>
    public static void AssertClose(float[] expected, float[] actual, double tolerance = 1e-6)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"Element {i}: expected {expected[i]:R}, got {actual[i]:R}.");
    }
}

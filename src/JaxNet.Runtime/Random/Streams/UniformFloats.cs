using System.Numerics;
using System.Runtime.CompilerServices;

namespace JaxNet.Streams;

/// <summary>
/// Uniform floats in [minimum, maximum), times a scale: the upper 23 bits of a word are the fraction of a float in [1, 2).
/// </summary>
/// <remarks>
/// Product and sum are fused, as XLA's CPU compiler fuses them. What rounding takes below the minimum is clamped to it;
/// the maximum is not clamped, as in JAX.
/// </remarks>
internal readonly unsafe struct UniformFloats(float minimum, float maximum, float scale = 1) : IWordMap<float>, IFloatMap
{
    private readonly Vector<float> _minimum = new(minimum);
    private readonly Vector<float> _span = new(maximum - minimum);
    private readonly Vector<float> _scale = new(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Unscaled(Vector<uint> words)
    {
        var oneToTwo = Vector.AsVectorSingle((words >>> 9) | new Vector<uint>(0x3F800000));
        return Vector.MaxNative(_minimum, Vector.FusedMultiplyAdd(oneToTwo - Vector<float>.One, _span, _minimum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Map(Vector<uint> firstWords, Vector<uint> secondWords, out Vector<float> first, out Vector<float> second)
    {
        first = Unscaled(firstWords) * _scale;
        second = Unscaled(secondWords) * _scale;
    }

    public void Map(uint* words, float* destination, int count) => FloatLoop.Run(this, words, destination, count);
}

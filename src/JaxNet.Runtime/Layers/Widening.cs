using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// The type in which statistics are computed, as in PyTorch and Flax: float32 for inputs of 16 bits. The square of 256 is more than float16
/// holds, and bfloat16 has two to three digits.
/// </summary>
internal static class Widening
{
    /// <summary>A tensor to compute statistics of: float32 in place of 16 bits, itself otherwise.</summary>
    public static Tensor Widened(this Tensor tensor) =>
        tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? tensor.type(ScalarType.Float32) : tensor;

    /// <summary>A tensor in the type of another; itself if it has that type.</summary>
    public static Tensor InTypeOf(this Tensor tensor, Tensor other) => tensor.dtype == other.dtype ? tensor : tensor.type(other.dtype);
}

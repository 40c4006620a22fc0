using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Tensors as the fused functions see them.</summary>
internal static unsafe class Numbers
{
    /// <summary>How many numbers a tensor has at most of which <see cref="Of"/> tells where they are: a span of bytes is no longer.</summary>
    public const long MaxCount = int.MaxValue / sizeof(float);

    /// <summary>Whether a tensor's numbers are single precision ones in the processor's memory.</summary>
    public static bool AreFloats(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == TorchSharp.DeviceType.CPU && !BatchAxis.IsHidden && !tensor.is_neg();

    /// <summary>Where the numbers of a contiguous tensor are. The caller keeps it alive.</summary>
    public static float* Of(Tensor tensor)
    {
        if (tensor.numel() == 0)
            return null;

        fixed (byte* address = tensor.bytes)
            return (float*)address;
    }
}

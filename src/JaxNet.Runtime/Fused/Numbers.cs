using static TorchSharp.torch;

namespace JaxNet;

/// <summary>Tensors as the fused functions see them.</summary>
internal static unsafe class Numbers
{
    /// <summary>Whether a tensor's numbers are single precision ones in the processor's memory.</summary>
    public static bool AreFloats(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == TorchSharp.DeviceType.CPU && !BatchAxis.IsHidden;

    /// <summary>Where the numbers of a contiguous tensor are. The caller keeps it alive.</summary>
    public static float* Of(Tensor tensor)
    {
        if (tensor.numel() == 0)
            return null;

        fixed (byte* address = tensor.bytes)
            return (float*)address;
    }
}

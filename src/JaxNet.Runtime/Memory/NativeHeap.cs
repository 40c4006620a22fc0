using static TorchSharp.torch;

namespace JaxNet;

/// <summary>
/// Has the C library keep what a step frees for the next one. Left alone, glibc gives memory back to the system as soon as a few megabytes at
/// its heap's end are free, so that each training step gets the pages of its activations and gradients anew, one fault for each: a
/// quarter of the time of a network of 1.8 million parameters.
/// </summary>
/// <remarks>
/// glibc learns from what is freed: a mapped block of up to 32 MiB has blocks of its size come from the heap from then on, and twice its size
/// stay there when it is free (mallopt(3), M_MMAP_THRESHOLD and M_TRIM_THRESHOLD). Any program that once frees a tensor of that size gets
/// there; this frees one that nobody has written to. Elsewhere it does nothing, and neither where somebody has set the thresholds by hand.
/// TorchSharp.Lite has a cache of its own.
/// </remarks>
internal static class NativeHeap
{
    // glibc's DEFAULT_MMAP_THRESHOLD_MAX, with room for the block's header and the alignment.
    private const long LargestThatTeaches = (32L << 20) - (64L << 10);

    /// <summary>Teaches the C library, where that is the one that gives out tensors' memory.</summary>
    public static void KeepForNextStep()
    {
        if (OperatingSystem.IsLinux() && !TorchLibrary.IsLite)
            empty(LargestThatTeaches, ScalarType.Byte).Dispose();
    }
}

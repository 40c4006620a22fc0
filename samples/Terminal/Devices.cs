using TorchSharp;
using static TorchSharp.torch;

namespace JaxNet.Samples.Terminal;

/// <summary>The devices of this machine that this libtorch can use.</summary>
public static class Devices
{
    /// <summary>A device by its name; null if there is none of that name.</summary>
    public static Device? Find(string name)
    {
        try
        {
            var found = device(name);
            // Only with memory there it is known to work; and on a device that has none, nothing can be learned.
            using var probe = zeros(1, device: found);
            return probe.device_type == DeviceType.META ? null : found;
        }
        // Which exception it is depends on the engine, and on how far it got.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Says which devices there are, and how to come by others.</summary>
    public static string WhatThereIs()
    {
        var gpus = cuda.is_available() ? cuda.device_count() : 0;
        string[] names = ["cpu", .. Enumerable.Range(0, gpus).Select(index => $"cuda:{index}")];
        return $"This libtorch has here: {string.Join(", ", names)}.{(gpus > 0 ? "" : HowToGetGpus)}";
    }

    private static string HowToGetGpus =>
        $" For NVIDIA's GPUs build with TorchPackage=TorchSharp-cuda-{(OperatingSystem.IsWindows() ? "windows" : "linux")}, or with TorchEngine=system and LIBTORCH at a libtorch that has CUDA.";
}

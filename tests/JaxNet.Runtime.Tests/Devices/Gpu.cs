using static TorchSharp.torch;

namespace JaxNet.Tests.Devices;

/// <summary>A test that runs where there is a GPU that this libtorch can use, and says that it was skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GpuFactAttribute : FactAttribute
{
    /// <summary>Looks for the GPU.</summary>
    public GpuFactAttribute() => Skip = Gpu.IsMissing;
}

/// <inheritdoc cref="GpuFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GpuTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the GPU.</summary>
    public GpuTheoryAttribute() => Skip = Gpu.IsMissing;
}

/// <summary>The GPU, if there is one.</summary>
internal static class Gpu
{
    /// <summary>Why tests on a GPU can't run here; null if they can.</summary>
    public static string? IsMissing { get; } = cuda.is_available()
        ? null
        : "There is no GPU here that this libtorch can use. On a machine with one: -p:TorchPackage=TorchSharp-cuda-linux or -windows, or LIBTORCH at a build with CUDA.";

    public static Device Device { get; } = new("cuda");
}

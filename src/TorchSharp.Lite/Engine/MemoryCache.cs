using TorchSharp.Interop;

namespace TorchSharp.Engine;

/// <summary>
/// Has tensors on the CPU share a cache of memory blocks (Native/allocator.cpp), so that each step of a training gets
/// the memory of the one before it, with no fresh pages for the system to clear and no heap that grows by fragments.
/// </summary>
internal static class MemoryCache
{
    internal const string Variable = "JAXNET_MEMORY_CACHE";

    /// <summary>Whether it is used: not where the user says 0, or has preloaded an allocator.</summary>
    internal static bool IsWanted(Func<string, string?> environment) =>
        environment(Variable) != "0" && environment("LD_PRELOAD") is null or "";

    internal static string Describe(Func<string, string?> environment) => IsWanted(environment)
        ? $"memory: what a tensor gives back serves the next one of its size ({Variable}=0 leaves all to malloc)"
        : "memory: malloc's alone";

    internal static void Install() => LibTorch.torchlite_cache_memory();
}

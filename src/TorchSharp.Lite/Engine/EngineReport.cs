using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp.Engine;

/// <summary>What was chosen for this process, and what it computes with, in words. JAXNET_ENGINE_REPORT=1 prints it as libtorch is loaded.</summary>
internal static class EngineReport
{
    internal const string Variable = "JAXNET_ENGINE_REPORT";

    internal static bool Wanted => NativeEnvironment.Get(Variable) is { Length: > 0 } and not "0";

    internal static IEnumerable<string> Lines(EngineSettings settings, LoadedLibraries libraries, string version, int threads)
    {
        yield return $"libtorch {version}, {libraries.Torch ?? "of no known file"}, {threads} {(threads == 1 ? "thread" : "threads")}";
        yield return libraries switch
        {
            { Kind: BlasKind.OpenBlas } => $"BLAS: OpenBLAS{(libraries.Core is { } core ? $", kernels for {core}" : "")}, {libraries.Blas}",
            { Kind: BlasKind.Mkl } => $"BLAS: MKL, {libraries.Blas}",
            { Kind: BlasKind.Reference } => $"BLAS: the reference library, {libraries.Blas}. Matrix products are many times faster with OpenBLAS: ./jaxnet setup",
            { Blas: { } file } => $"BLAS: {file}",
            _ => "BLAS: part of libtorch, or unknown",
        };
        foreach (var setting in settings.Chosen) yield return $"{setting.Name}={setting.Value} ({setting.Reason})";
    }

    internal static unsafe void Print(EngineSettings settings)
    {
        var version = Marshal.PtrToStringUTF8((nint)LibTorch.torchlite_version())!;
        foreach (var line in Lines(settings, LoadedLibraries.OfThisProcess(), version, LibTorch.torchlite_threads()))
            Console.Error.WriteLine("TorchSharp.Lite: " + line);
        Console.Error.WriteLine("TorchSharp.Lite: " + MemoryCache.Describe(NativeEnvironment.Get));
        if (LibTorch.torchlite_uses_one_dnn() is var some and not 0)
            Console.Error.WriteLine($"TorchSharp.Lite: {(some == 2 ? "all" : "short")} products of single precision matrices: oneDNN (JAXNET_MATRIX_PRODUCTS=blas leaves them to BLAS)");
    }
}

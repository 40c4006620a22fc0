using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp;

namespace JaxNet;

/// <summary>
/// The threads that libtorch itself computes with, where those are OpenMP's. Between two products they wait by spinning, so that they begin at
/// once, where a thread of .NET's has to be woken, and then finds the core taken by the one that spins: behind a backward pass a second thread of .NET's
/// came a tenth of a millisecond late, on a busy machine several, or not before the first had done all the work.
/// </summary>
/// <remarks>
/// <c>GOMP_parallel</c> is what GCC makes of <c>#pragma omp parallel</c>: part of the binary interface of GNU's library, which LLVM's and Intel's have too.
/// </remarks>
internal static unsafe partial class OpenMP
{
    // void GOMP_parallel(void (*body)(void*), void* data, unsigned threads, unsigned flags)
    private static readonly delegate* unmanaged<delegate* unmanaged<void*, void>, void*, uint, uint, void> s_parallel = Find();

    /// <summary>Whether libtorch has loaded it into this process.</summary>
    public static bool IsThere => s_parallel != null;

    /// <summary>Runs the body on so many threads at once, the caller's among them; it must not throw.</summary>
    public static void Run(int threads, Action body)
    {
        var handle = GCHandle.Alloc(body);
        s_parallel(&Call, (void*)GCHandle.ToIntPtr(handle), (uint)threads, 0);
        handle.Free();
    }

    [UnmanagedCallersOnly]
    private static void Call(void* body) => Unsafe.As<Action>(GCHandle.FromIntPtr((nint)body).Target!)();

    private static delegate* unmanaged<delegate* unmanaged<void*, void>, void*, uint, uint, void> Find()
    {
        // Any call loads libtorch, and with it what it computes with.
        _ = torch.get_num_threads();
        if (OperatingSystem.IsLinux() && LoadedFile() is { } file && NativeLibrary.TryLoad(file, out var library) &&
            NativeLibrary.TryGetExport(library, "GOMP_parallel", out var function))
        {
            return (delegate* unmanaged<delegate* unmanaged<void*, void>, void*, uint, uint, void>)function;
        }

        return null;
    }

    private static string? LoadedFile()
    {
        try
        {
            return File.ReadLines("/proc/self/maps").Select(line => FileName().Match(line).Value).FirstOrDefault(path => path.Length > 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // GNU's library, also under the names that wheels and packages give to their copy of it, Intel's, and LLVM's.
    [GeneratedRegex(@"/\S*/lib(gomp|iomp5|omp)[-.][^/\s]*$")]
    private static partial Regex FileName();
}

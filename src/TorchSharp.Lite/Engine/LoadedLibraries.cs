using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchSharp.Engine;

/// <summary>Which libraries do the work, as the process has them mapped.</summary>
internal sealed partial record LoadedLibraries(string? Torch, string? Blas, BlasKind Kind, string? Core)
{
    internal static LoadedLibraries OfThisProcess()
    {
        string[] files;
        try
        {
            files = [.. File.ReadLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..]).Where(path => path.StartsWith('/')).Distinct()];
        }
        catch (IOException)
        {
            files = [];
        }

        var (blas, kind) = Classify(files);
        return new(files.FirstOrDefault(file => file.Contains("libtorch_cpu", StringComparison.Ordinal)), blas, kind, kind == BlasKind.OpenBlas ? OpenBlasCore(blas!) : null);
    }

    /// <summary>The library that libtorch's matrix products end up in. A build with MKL or its own OpenBLAS has it beside itself.</summary>
    internal static (string? File, BlasKind Kind) Classify(IReadOnlyList<string> files)
    {
        if (files.FirstOrDefault(file => MklFile().IsMatch(file)) is { } mkl) return (mkl, BlasKind.Mkl);

        // Debian's libblas.so.3 is an alternative: OpenBLAS's own interface in its folder, or the reference library.
        var alternative = files.FirstOrDefault(file => Path.GetFileName(file).StartsWith("libblas.so", StringComparison.Ordinal));
        var openBlas = files.FirstOrDefault(file => OpenBlasFile().IsMatch(Path.GetFileName(file)));
        if (alternative is null) return openBlas is null ? (null, BlasKind.Unknown) : (openBlas, BlasKind.OpenBlas);
        if (alternative.Contains("openblas", StringComparison.Ordinal)) return (alternative, BlasKind.OpenBlas);
        return (alternative, alternative.Contains("/blas/", StringComparison.Ordinal) ? BlasKind.Reference : BlasKind.Unknown);
    }

    private static unsafe string? OpenBlasCore(string file)
    {
        if (!NativeLibrary.TryLoad(file, out var library)) return null;
        if (!NativeLibrary.TryGetExport(library, "openblas_get_corename", out var function)) return null;
        return Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)function)());
    }

    [GeneratedRegex(@"libmkl_(core|rt|intel)|libtorch_cpu.*mkl")]
    private static partial Regex MklFile();

    [GeneratedRegex(@"^libopenblas")]
    private static partial Regex OpenBlasFile();
}

internal enum BlasKind
{
    Unknown,
    OpenBlas,
    Mkl,
    Reference,
}

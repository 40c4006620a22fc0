using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace JaxNet.Benchmarks.Peers;

/// <summary>The settings of which each side gets the one that is best for it, row by row.</summary>
internal static class Settings
{
    private static readonly string cores = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);

    /// <summary>For a libtorch whose products are MKL's, as the packages' are: MKL finds its kernels itself, and computes on OpenMP's threads.</summary>
    public static IReadOnlyList<Setting> OfMkl() =>
    [
        Setting.AsItComes,
        new("1 thread", ("OMP_NUM_THREADS", "1")),
        new($"{cores} threads", ("OMP_NUM_THREADS", cores)),
        new($"{cores} threads that don't spin", ("OMP_NUM_THREADS", cores), ("OMP_WAIT_POLICY", "PASSIVE")),
    ];

    /// <summary>For a libtorch whose products are OpenBLAS's: its kernel sets that fit the processor, times the ways to share the cores between it and OpenMP.</summary>
    public static IReadOnlyList<Setting> OfOpenBlas()
    {
        var settings = new List<Setting> { Setting.AsItComes };
        foreach (var kernels in Kernels())
        {
            (string, string) core = ("OPENBLAS_CORETYPE", kernels);
            settings.Add(new($"{kernels}, 1 thread", core, ("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1")));
            settings.Add(new($"{kernels}, {cores} threads", core, ("OMP_NUM_THREADS", cores), ("OPENBLAS_NUM_THREADS", cores)));
            settings.Add(new($"{kernels}, BLAS {cores} threads, OpenMP 1", core, ("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", cores)));
            settings.Add(new($"{kernels}, OpenMP {cores} threads, BLAS 1", core, ("OMP_NUM_THREADS", cores), ("OPENBLAS_NUM_THREADS", "1")));
            settings.Add(new(
                $"{kernels}, {cores} threads that don't spin", core, ("OMP_NUM_THREADS", cores), ("OPENBLAS_NUM_THREADS", cores),
                ("OMP_WAIT_POLICY", "PASSIVE"), ("OPENBLAS_THREAD_TIMEOUT", "4")));
        }

        return settings;
    }

    // OpenBLAS's Zen kernels are its Haswell ones, and a processor without AVX2 is recognized by any OpenBLAS.
    private static IEnumerable<string> Kernels() =>
        Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported ? ["SkylakeX", "Haswell"] : Avx2.IsSupported ? ["Haswell"] : [];
}

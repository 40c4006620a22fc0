using System.Globalization;

namespace TorchSharp.Engine;

/// <summary>
/// The environment variables that libtorch's helpers read when they are loaded, and what is best for them. A variable
/// that the user has set stays as it is.
/// </summary>
/// <remarks>
/// Of threads. ATen computes on OpenMP's threads, products of matrices run on OpenBLAS's own, and both kinds spin when
/// they have nothing to do, each on the core that the other needs. Measured with Debian's libtorch 1.13 and OpenBLAS
/// 0.3.21 (pthread) on two cores that other processes wanted too; milliseconds of a training step of a 784-1024-1024-10
/// network (batch 128), of a 784-64-64-10 one (batch 32), and of a convolution of 64 28x28 images, 32 to 64 channels:
/// one ATen thread 14.6, 0.54, 24; two, spinning, 23.4, 0.6 to 4.9, 13 to 19, and on a machine under load 280, 63 and 120;
/// two, OMP_WAIT_POLICY=PASSIVE 17, 0.77, 15 to 25; with OPENBLAS_THREAD_TIMEOUT=4 too 14.4, 0.73 to 0.89, 13 to 14;
/// OpenBLAS on one thread 19, 0.38, 24. OpenBLAS's OpenMP flavour is as good as the best of these, not better.
/// Where products are oneDNN's (Native/products.cpp), all threads are OpenMP's, and those that spin from one operator to the next do good.
/// Medians of three runs on two cores of a Xeon of 2023, milliseconds of a step of 784-1024-1024-10, of a network with two convolutions (batch 32), and
/// of three GRUs: PASSIVE 8.7, 8.4, 12; GOMP_SPINCOUNT=1000 8.0, 7.5, 13; 3000 7.3, 7.1, 11; 20000, up to a millisecond, 6.9, 6.0, 10; without an end 7.1, 6.5, 9.0.
/// </remarks>
internal sealed record EngineSettings(IReadOnlyList<EngineSetting> Chosen)
{
    internal static EngineSettings For(CpuFeatures cpu, int cores, Func<string, string?> environment)
    {
        var chosen = new List<EngineSetting>();
        if (Core(cpu) is var (core, reason)) Add("OPENBLAS_CORETYPE", core, reason);
        if (cores > 1)
        {
            Add("OMP_NUM_THREADS", cores.ToString(CultureInfo.InvariantCulture), "one thread a core");
            // GNU's OpenMP takes a count before a policy, so that none may stand beside the user's.
            if (environment("OMP_WAIT_POLICY") is null && ProductsAreOneDnns(cpu, environment))
                Add("GOMP_SPINCOUNT", "20000", "OpenMP's threads wait up to a millisecond for the next operator");
            else
                Add("OMP_WAIT_POLICY", "PASSIVE", "OpenMP's idle threads leave the cores to OpenBLAS's");
            Add("OPENBLAS_THREAD_TIMEOUT", "4", "OpenBLAS's idle threads leave the cores to OpenMP's");
        }
        return new EngineSettings(chosen);

        void Add(string name, string value, string reason)
        {
            var users = environment(name);
            chosen.Add(users is null ? new(name, value, reason, ByUser: false) : new(name, users, "set by the user", ByUser: true));
        }
    }

    /// <summary>Whether all products of matrices are, as Native/products.cpp decides.</summary>
    private static bool ProductsAreOneDnns(CpuFeatures cpu, Func<string, string?> environment) => environment("JAXNET_MATRIX_PRODUCTS") switch
    {
        "blas" => false,
        "onednn" => true,
        _ => cpu.Avx512,
    };

    /// <summary>
    /// OpenBLAS takes a processor that is younger than itself for a 'Prescott' of 2004, without AVX. Measured with Debian's
    /// 0.3.21 on two cores of an EPYC 7003, a product of two 2048x2048 matrices: Prescott 24 GFLOP/s, Haswell 182, Zen 182;
    /// and on two cores with AVX-512: Prescott 36, SkylakeX 305.
    /// </summary>
    private static (string Core, string Reason)? Core(CpuFeatures cpu) => cpu switch
    {
        { Avx512: true } => ("SkylakeX", "the processor has AVX-512"),
        { Avx2: true, Fma: true, Amd: true } => ("Zen", "AMD's processor has AVX2 and FMA"),
        { Avx2: true, Fma: true } => ("Haswell", "the processor has AVX2 and FMA"),
        _ => null,
    };
}

/// <summary>One variable, its value, and why.</summary>
internal sealed record EngineSetting(string Name, string Value, string Reason, bool ByUser);

namespace TorchSharp.Engine;

/// <summary>
/// The environment variables that libtorch's helpers read when they are loaded, and what is best for them. A variable
/// that the user has set stays as it is.
/// </summary>
internal sealed record EngineSettings(IReadOnlyList<EngineSetting> Chosen)
{
    internal static EngineSettings For(CpuFeatures cpu, int cores, Func<string, string?> environment)
    {
        var chosen = new List<EngineSetting>();
        if (Core(cpu) is var (core, reason)) Add("OPENBLAS_CORETYPE", core, reason);
        return new EngineSettings(chosen);

        void Add(string name, string value, string reason)
        {
            var users = environment(name);
            chosen.Add(users is null ? new(name, value, reason, ByUser: false) : new(name, users, "set by the user", ByUser: true));
        }
    }

    /// <summary>
    /// OpenBLAS takes a processor that is younger than itself for a 'Prescott' of 2004, without AVX. Measured with Debian's
    /// 0.3.21 on two cores of an EPYC 7003, a product of two 2048x2048 matrices: Prescott 24 GFLOP/s, Haswell 182, Zen 182;
    /// and on two of a Xeon with AVX-512: Prescott 36, SkylakeX 305.
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

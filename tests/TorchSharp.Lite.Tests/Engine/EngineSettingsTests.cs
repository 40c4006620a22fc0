using TorchSharp.Engine;

namespace TorchSharp.Lite.Tests.Engine;

/// <summary>The choice as a function: of the processor, the number of cores, and what the user has set.</summary>
public class EngineSettingsTests
{
    private static readonly CpuFeatures none = default;
    private static readonly CpuFeatures avx2 = new(Amd: false, Avx2: true, Fma: true, Avx512: false);
    private static readonly CpuFeatures avx512 = avx2 with { Avx512 = true };

    [Fact]
    public void Avx512TakesSkylakeX() => Assert.Equal("SkylakeX", Value(avx512, "OPENBLAS_CORETYPE"));

    [Fact]
    public void Avx512OfAmdTakesItToo() => Assert.Equal("SkylakeX", Value(avx512 with { Amd = true }, "OPENBLAS_CORETYPE"));

    [Fact]
    public void Avx2TakesHaswellAndOfAmdZen()
    {
        Assert.Equal("Haswell", Value(avx2, "OPENBLAS_CORETYPE"));
        Assert.Equal("Zen", Value(avx2 with { Amd = true }, "OPENBLAS_CORETYPE"));
    }

    /// <summary>Kernels for instructions that are not there would end the process.</summary>
    [Fact]
    public void ALesserProcessorIsLeftToOpenBlas()
    {
        Assert.Null(Value(none, "OPENBLAS_CORETYPE"));
        Assert.Null(Value(none with { Amd = true }, "OPENBLAS_CORETYPE"));
        Assert.Null(Value(avx2 with { Fma = false }, "OPENBLAS_CORETYPE"));
    }

    [Fact]
    public void WhatTheUserHasSetStays()
    {
        var setting = EngineSettings.For(avx512, 2, name => name == "OPENBLAS_CORETYPE" ? "Haswell" : null).Chosen.Single(setting => setting.Name == "OPENBLAS_CORETYPE");

        Assert.Equal(("Haswell", true), (setting.Value, setting.ByUser));
    }

    [Fact]
    public void ThreadsAreOneACoreAndDoNotSpin()
    {
        Assert.Equal("6", Value(avx2, "OMP_NUM_THREADS", cores: 6));
        Assert.Equal("PASSIVE", Value(avx2, "OMP_WAIT_POLICY", cores: 6));
        Assert.Equal("4", Value(avx2, "OPENBLAS_THREAD_TIMEOUT", cores: 6));
    }

    [Fact]
    public void OneCoreHasNoThreadsToSettle() => Assert.DoesNotContain(EngineSettings.For(avx2, 1, _ => null).Chosen, setting => setting.Name.StartsWith("OMP", StringComparison.Ordinal));

    [Fact]
    public void ThisMachineHasCores() => Assert.InRange(Processors.Cores(), 1, Environment.ProcessorCount);

    private static string? Value(CpuFeatures cpu, string name, int cores = 2) =>
        EngineSettings.For(cpu, cores, _ => null).Chosen.SingleOrDefault(setting => setting.Name == name)?.Value;
}

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

    /// <summary>With AVX-512 products are oneDNN's, on the same threads as all else.</summary>
    [Fact]
    public void ThreadsSpinForAWhileWhereAllAreOpenMPs()
    {
        Assert.Equal("20000", Value(avx512, "GOMP_SPINCOUNT"));
        Assert.Null(Value(avx512, "OMP_WAIT_POLICY"));
        Assert.Equal("20000", Value(avx2, "GOMP_SPINCOUNT", environment: name => name == "JAXNET_MATRIX_PRODUCTS" ? "onednn" : null));
    }

    [Fact]
    public void ThreadsDoNotSpinWhereProductsAreBlass()
    {
        var blas = (string name) => name == "JAXNET_MATRIX_PRODUCTS" ? "blas" : null;

        Assert.Equal("PASSIVE", Value(avx512, "OMP_WAIT_POLICY", environment: blas));
        Assert.Null(Value(avx512, "GOMP_SPINCOUNT", environment: blas));
        Assert.Null(Value(avx2, "GOMP_SPINCOUNT"));
    }

    /// <summary>GNU's OpenMP would take the count and forget the policy.</summary>
    [Fact]
    public void AUsersPolicyIsNotOverruledByACount()
    {
        var active = (string name) => name == "OMP_WAIT_POLICY" ? "ACTIVE" : null;

        Assert.Equal("ACTIVE", Value(avx512, "OMP_WAIT_POLICY", environment: active));
        Assert.Null(Value(avx512, "GOMP_SPINCOUNT", environment: active));
    }

    [Fact]
    public void OneCoreHasNoThreadsToSettle() => Assert.DoesNotContain(EngineSettings.For(avx2, 1, _ => null).Chosen, setting => setting.Name.StartsWith("OMP", StringComparison.Ordinal));

    [Fact]
    public void ThisMachineHasCores() => Assert.InRange(Processors.Cores(), 1, Environment.ProcessorCount);

    private static string? Value(CpuFeatures cpu, string name, int cores = 2, Func<string, string?>? environment = null) =>
        EngineSettings.For(cpu, cores, environment ?? (_ => null)).Chosen.SingleOrDefault(setting => setting.Name == name)?.Value;
}

using TorchSharp.Engine;

namespace TorchSharp.Lite.Tests.Engine;

public class EngineReportTests
{
    private static readonly EngineSettings settings = new([new("OPENBLAS_CORETYPE", "Zen", "AMD's processor has AVX2 and FMA", ByUser: false)]);

    [Fact]
    public void TheReportNamesTheLibrariesAndTheReasons()
    {
        var libraries = new LoadedLibraries("/usr/lib/libtorch_cpu.so.1.13", "/usr/lib/openblas-pthread/libblas.so.3", BlasKind.OpenBlas, "Zen");

        Assert.Equal(
            [
                "libtorch 1.13.0, /usr/lib/libtorch_cpu.so.1.13, 2 threads",
                "BLAS: OpenBLAS, kernels for Zen, /usr/lib/openblas-pthread/libblas.so.3",
                "OPENBLAS_CORETYPE=Zen (AMD's processor has AVX2 and FMA)",
            ],
            EngineReport.Lines(settings, libraries, "1.13.0", 2));
    }

    [Fact]
    public void TheReportSaysThatTheReferenceLibraryIsSlow()
    {
        var libraries = new LoadedLibraries("/usr/lib/libtorch_cpu.so", "/usr/lib/blas/libblas.so.3", BlasKind.Reference, null);

        Assert.Contains(EngineReport.Lines(settings, libraries, "1.13.0", 1), line => line.Contains("faster with OpenBLAS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", BlasKind.OpenBlas)]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", BlasKind.Reference)]
    [InlineData("/usr/lib/x86_64-linux-gnu/atlas/libblas.so.3", BlasKind.Unknown)]
    [InlineData("/opt/torch/lib/libopenblas-r0.3.26.so", BlasKind.OpenBlas)]
    [InlineData("/opt/conda/lib/libmkl_core.so.2", BlasKind.Mkl)]
    [InlineData("/usr/lib/libc.so.6", BlasKind.Unknown)]
    internal void TheBlasIsTheOneThatIsMapped(string file, BlasKind kind) =>
        Assert.Equal(kind, LoadedLibraries.Classify(["/usr/lib/libtorch_cpu.so", file]).Kind);

    /// <summary>On Debian numpy's or somebody else's OpenBLAS may be there beside the reference library that libtorch uses.</summary>
    [Fact]
    public void TheAlternativeDecides() =>
        Assert.Equal(BlasKind.Reference, LoadedLibraries.Classify(["/usr/lib/libopenblasp-r0.3.21.so", "/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"]).Kind);

    [Fact]
    public void ThisProcessHasATorchAndItsSettingsStandInTheNativeEnvironment()
    {
        Assert.Equal(2, (torch.ones(1) + 1).item<float>());

        Assert.NotNull(LoadedLibraries.OfThisProcess().Torch);
        Assert.All(NativeLibraryLoader.Settings!.Chosen.Where(setting => !setting.ByUser), setting => Assert.Equal(setting.Value, NativeEnvironment.Get(setting.Name)));
    }

    [Fact]
    public void SetReachesNativeCodeAndNotTheManagedCopy()
    {
        NativeEnvironment.Set("JAXNET_TEST_OF_SET", "1");

        Assert.Equal("1", NativeEnvironment.Get("JAXNET_TEST_OF_SET"));
        Assert.Null(Environment.GetEnvironmentVariable("JAXNET_TEST_OF_SET"));
    }
}

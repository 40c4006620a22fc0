using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Engine;

/// <summary>What of the processor decides which of OpenBLAS's kernel sets runs best on it.</summary>
internal readonly record struct CpuFeatures(bool Amd, bool Avx2, bool Fma, bool Avx512)
{
    /// <summary>Of AVX-512 the parts that OpenBLAS's SkylakeX kernels use.</summary>
    internal static CpuFeatures OfThisMachine() => new(
        Amd: IsAmd(),
        Avx2: System.Runtime.Intrinsics.X86.Avx2.IsSupported,
        Fma: System.Runtime.Intrinsics.X86.Fma.IsSupported,
        Avx512: Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported);

    private static bool IsAmd()
    {
        if (!X86Base.IsSupported) return false;
        var (_, ebx, _, _) = X86Base.CpuId(0, 0);
        return ebx == 0x68747541; // "Auth", of AuthenticAMD
    }
}

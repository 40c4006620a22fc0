using TorchSharp.Interop;

namespace TorchSharp;

// Settings of the process, and what this libtorch can do.
public static partial class torch
{
    private static ScalarType defaultDtype = ScalarType.Float32;

    public static ScalarType get_default_dtype() => defaultDtype;

    public static void set_default_dtype(ScalarType dtype) => defaultDtype = dtype;

    public static int get_num_threads() => LibTorch.torchlite_threads();

    public static void set_num_threads(int num) => LibTorch.Check(LibTorch.torchlite_set_threads(num));

    public static int get_num_interop_threads() => LibTorch.torchlite_interop_threads();

    public static void set_num_interop_threads(int num) => LibTorch.Check(LibTorch.torchlite_set_interop_threads(num));

    public static unsafe string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)LibTorch.torchlite_version())!;

    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>TorchSharp's check after a native call. Here every call checks for itself.</summary>
    public static void CheckForErrors()
    {
    }

    /// <summary>NVIDIA's devices.</summary>
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => LibTorch.torchlite_cuda_devices();

        public static bool is_cudnn_available() => LibTorch.torchlite_has_cudnn() == 1;

        public static void manual_seed(long seed) => torch.manual_seed(seed);

        public static void manual_seed_all(long seed) => torch.manual_seed(seed);
    }
}

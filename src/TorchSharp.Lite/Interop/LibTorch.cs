using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Interop;

/// <summary>
/// The C functions of the folder Native. Those that only read a field skip the transition of the GC; everything
/// that can run an operator, wait for a lock, or free memory goes through it.
/// </summary>
internal static unsafe partial class LibTorch
{
    private const string Library = "torchlite";

    [LibraryImport(Library)] internal static partial byte* torchlite_error();
    [LibraryImport(Library)] internal static partial byte* torchlite_version();
    [LibraryImport(Library)] internal static partial void torchlite_free(void* memory);
    [LibraryImport(Library)] internal static partial void torchlite_cache_memory();
    [LibraryImport(Library)] internal static partial int torchlite_uses_one_dnn();

    [LibraryImport(Library)] internal static partial nint torchlite_find(byte* name, byte* overload);
    [LibraryImport(Library)] internal static partial int torchlite_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity);

    [LibraryImport(Library)] internal static partial void torchlite_tensor_free(nint tensor);
    [LibraryImport(Library)] internal static partial nint torchlite_tensor_share(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long torchlite_dim(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long torchlite_numel(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long* torchlite_sizes(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long* torchlite_strides(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int torchlite_dtype(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long torchlite_element_size(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int torchlite_device_type(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int torchlite_device_index(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int torchlite_is_contiguous(nint tensor);
    [LibraryImport(Library)] internal static partial long torchlite_storage_offset(nint tensor);
    [LibraryImport(Library)] internal static partial int torchlite_is_sparse(nint tensor);
    [LibraryImport(Library)] internal static partial int torchlite_requires_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int torchlite_set_requires_grad(nint tensor, int requiresGrad);
    [LibraryImport(Library)] internal static partial int torchlite_is_leaf(nint tensor);
    [LibraryImport(Library)] internal static partial int torchlite_data(nint tensor, void** address);
    [LibraryImport(Library)] internal static partial nint torchlite_from_memory(void* memory, long* sizes, int dims, int dtype, delegate* unmanaged<nint, void> free, nint owner);

    [LibraryImport(Library)]
    internal static partial int torchlite_grad(
        nint* outputs, long outputCount, nint* inputs, long inputCount, nint* gradOutputs, long gradOutputCount,
        int retainGraph, int createGraph, int allowUnused, nint* gradients);

    [LibraryImport(Library)]
    internal static partial int torchlite_backward(
        nint* tensors, long tensorCount, nint* gradTensors, long gradCount,
        int retainGraph, int createGraph, nint* inputs, long inputCount);

    [LibraryImport(Library), SuppressGCTransition] internal static partial int torchlite_grad_mode();
    [LibraryImport(Library), SuppressGCTransition] internal static partial void torchlite_set_grad_mode(int enabled);
    [LibraryImport(Library)] internal static partial int torchlite_inference_mode();
    [LibraryImport(Library)] internal static partial nint torchlite_enter_inference_mode(int enabled);
    [LibraryImport(Library)] internal static partial void torchlite_leave_inference_mode(nint guard);

    [LibraryImport(Library)] internal static partial nint torchlite_default_generator(int deviceType, int deviceIndex);
    [LibraryImport(Library)] internal static partial nint torchlite_new_generator(ulong seed);
    [LibraryImport(Library)] internal static partial void torchlite_generator_free(nint generator);
    [LibraryImport(Library)] internal static partial void torchlite_generator_set_seed(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial ulong torchlite_generator_seed(nint generator);
    [LibraryImport(Library)] internal static partial nint torchlite_generator_state(nint generator);
    [LibraryImport(Library)] internal static partial int torchlite_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)] internal static partial nint torchlite_script_compile(byte* source);
    [LibraryImport(Library)] internal static partial void torchlite_script_free(nint unit);
    [LibraryImport(Library)] internal static partial int torchlite_script_call(nint unit, byte* name, NativeValue* arguments, int count, NativeValue* result);

    [LibraryImport(Library)] internal static partial int torchlite_threads();
    [LibraryImport(Library)] internal static partial int torchlite_set_threads(int count);
    [LibraryImport(Library)] internal static partial int torchlite_interop_threads();
    [LibraryImport(Library)] internal static partial int torchlite_set_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int torchlite_cuda_devices();
    [LibraryImport(Library)] internal static partial int torchlite_has_cudnn();

    /// <summary>What libtorch said of the call that has just failed on this thread.</summary>
    internal static ExternalException LastError() => new(Marshal.PtrToStringUTF8((nint)torchlite_error()));

    internal static nint Check(nint handle) => handle != 0 ? handle : throw LastError();

    internal static void Check(int status)
    {
        if (status < 0) throw LastError();
    }
}

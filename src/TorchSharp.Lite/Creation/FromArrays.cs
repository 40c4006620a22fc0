using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Tensors from managed arrays: copies, and views that share the array's memory.
public static unsafe partial class torch
{
    /// <summary>A copy of the array's elements.</summary>
    internal static Tensor FromArray(Array array, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
    {
        ThrowIfNamed(names);
        ThrowIfTooSmall(array, dimensions);
        var tensor = New("empty.memory_format", dimensions, ElementTypes.OfArray(array), null, false);
        var size = tensor.numel() * tensor.element_size();
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(array))
            Buffer.MemoryCopy(source, tensor.DataPointer, size, size);
        return Finish(tensor, dtype, device, requires_grad);
    }

    /// <summary>A tensor on the array's own memory, which it pins; another type or device still makes a copy.</summary>
    internal static Tensor FromMemory(Array array, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad, long offset = 0)
    {
        ThrowIfTooSmall(array, dimensions);
        var type = ElementTypes.OfArray(array);
        if (array.LongLength == 0) return Finish(New("empty.memory_format", dimensions, type, null, false), dtype, device, requires_grad);
        if (type == ScalarType.ComplexFloat32) return FromArray(array, dimensions, dtype, device, requires_grad);

        var pinned = GCHandle.Alloc(array, GCHandleType.Pinned);
        var address = (byte*)pinned.AddrOfPinnedObject() + offset;
        nint handle;
        fixed (long* sizes = dimensions)
            handle = LibTorch.torchlite_from_memory(address, sizes, dimensions.Length, (int)type, &Unpin, GCHandle.ToIntPtr(pinned));
        if (handle == 0)
        {
            pinned.Free();
            throw LibTorch.LastError();
        }
        return Finish(new Tensor(handle), dtype, device, requires_grad);
    }

    private static Tensor Finish(Tensor tensor, ScalarType? dtype, Device? device, bool requires_grad)
    {
        device = InitializeDevice(device);
        if ((dtype is { } wanted && wanted != tensor.dtype) || device.type != DeviceType.CPU)
        {
            var moved = tensor.To(dtype ?? tensor.dtype, device);
            tensor.Dispose();
            tensor = moved;
        }
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pinned) => GCHandle.FromIntPtr(pinned).Free();

    private static void ThrowIfTooSmall(Array array, ReadOnlySpan<long> dimensions)
    {
        var count = 1L;
        foreach (var size in dimensions) count *= size;
        if (count > array.LongLength)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {count} vs. {array.LongLength}");
    }

    private static void ThrowIfNamed(string[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not part of TorchSharp.Lite.");
    }

    private static long[] ShapeOf(Array array)
    {
        var shape = new long[array.Rank];
        for (var dim = 0; dim < shape.Length; dim++) shape[dim] = array.GetLongLength(dim);
        return shape;
    }

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return FromMemory(rawArray, ShapeOf(rawArray), dtype, device, requires_grad);
    }

    /// <summary>A vector on a part of the array's memory. Count and offset are in elements.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength) throw new ArgumentException($"invalid value for 'offset': {offset}");
        if (count < 0) count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset) throw new IndexOutOfRangeException($"element count is too large: {count}");
        var elementSize = System.Buffer.ByteLength(rawArray) / rawArray.LongLength;
        return FromMemory(rawArray, [count], dtype, null, requires_grad, offset * elementSize);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        (dtype ?? data.dtype) == data.dtype && device is null ? data.alias() : data.To(dtype ?? data.dtype, device).requires_grad_(data.requires_grad);
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in place, in its logical order whatever its strides.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly T* data;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        tensor.ThrowIfNotOnCpu();
        this.tensor = tensor;
        data = (T*)tensor.DataPointer;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => Alive(data[Offset(indices)]);
        set
        {
            data[Offset(indices)] = value;
            GC.KeepAlive(this);
        }
    }

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    [RequiresDynamicCode("The array's type depends on the number of dimensions. ToArray has none, and needs no code at run time.")]
    public Array ToNDArray()
    {
        if (shape.Length == 0) return Alive(new[] { *data });
        var result = Array.CreateInstance(typeof(T), shape);
        CopyTo(AsSpan(result));
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (Count > 0 || tensorIndex != 0) ThrowIfOutside(tensorIndex);
        CopyTo(array.AsSpan(arrayIndex), tensorIndex);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (Count > 0 || tensorIndex != 0) ThrowIfOutside(tensorIndex);
        var source = array.AsSpan(arrayIndex);
        if (contiguous)
        {
            var length = (int)Math.Min(source.Length, Count - tensorIndex);
            source[..length].CopyTo(new Span<T>(data + tensorIndex, length));
        }
        else
        {
            for (var i = 0; i < source.Length && tensorIndex + i < Count; i++) data[Offset(tensorIndex + i)] = source[i];
        }

        GC.KeepAlive(this);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
    }

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => tensor.GetHashCode();

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Count == right.Count && left.SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    private T At(long index) => Alive(data[Offset(index)]);

    private TAnswer Alive<TAnswer>(TAnswer answer)
    {
        GC.KeepAlive(this);
        return answer;
    }

    private void CopyTo(Span<T> target, long from = 0)
    {
        if (contiguous)
        {
            var length = (int)Math.Min(target.Length, Count - from);
            new Span<T>(data + from, length).CopyTo(target);
        }
        else
        {
            for (var i = 0; i < target.Length && from + i < Count; i++) target[i] = At(from + i);
        }

        GC.KeepAlive(this);
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1)
        {
            if (indices[0] >= Count) throw new IndexOutOfRangeException();
            return Offset(indices[0]);
        }

        long offset = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= shape[i]) throw new IndexOutOfRangeException($"{indices[i]} >= {shape[i]} in dimension {i}.");
            offset += indices[i] * strides[i];
        }
        return offset;
    }

    private long Offset(long index)
    {
        ThrowIfOutside(index);
        if (contiguous) return index;

        long offset = 0;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            (index, var position) = Math.DivRem(index, shape[i]);
            offset += position * strides[i];
        }
        return offset;
    }

    private void ThrowIfOutside(long index)
    {
        if (index < 0 || index >= Count) throw new ArgumentOutOfRangeException(nameof(index), $"{index} in a collection of {Count} elements.");
    }

    private static Span<T> AsSpan(Array array) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array)),
            checked((int)array.LongLength));
}

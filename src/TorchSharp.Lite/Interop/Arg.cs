using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of an operator, on the managed side. Everything that an operator takes converts to it, so that
/// an operator's line reads as its schema does. An absent optional value converts to None.
/// </summary>
internal readonly struct Arg
{
    internal readonly Tag Tag;
    internal readonly int Count;
    internal readonly long Bits;
    internal readonly object? Reference;

    private Arg(Tag tag, long bits, object? reference = null, int count = 0)
    {
        Tag = tag;
        Count = count;
        Bits = bits;
        Reference = reference;
    }

    private Arg(Tag tag, object? reference, int count)
        : this(reference is null ? Tag.None : tag, 0, reference, count)
    {
    }

    /// <summary>The schema's default value, also for arguments in the middle.</summary>
    internal static Arg Default => new(Tag.Default, 0);

    internal static Arg None => default;

    /// <summary>A list in which null stands for no tensor at all, as aten::index takes it.</summary>
    internal static Arg OptionalTensors(Tensor?[] tensors) => new(Tag.OptionalTensorList, tensors, tensors.Length);

    internal static Arg Tensors(IList<Tensor> tensors) => new(Tag.TensorList, tensors, tensors.Count);

    public static implicit operator Arg(Tensor? value) => new(Tag.Tensor, value, 0);
    public static implicit operator Arg(Tensor[]? value) => new(Tag.TensorList, value, value?.Length ?? 0);
    public static implicit operator Arg(int value) => new(Tag.Int, value);
    public static implicit operator Arg(long value) => new(Tag.Int, value);
    public static implicit operator Arg(long? value) => value is { } v ? v : None;
    public static implicit operator Arg(int? value) => value is { } v ? v : None;
    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Arg(bool? value) => value is { } v ? v : None;
    public static implicit operator Arg(float value) => (double)value;
    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(double? value) => value is { } v ? v : None;
    public static implicit operator Arg(long[]? value) => new(Tag.IntList, value, value?.Length ?? 0);
    public static implicit operator Arg(double[]? value) => new(Tag.DoubleList, value, value?.Length ?? 0);
    public static implicit operator Arg(ReadOnlySpan<long> value) => value.ToArray();
    public static implicit operator Arg((long, long) value) => new long[] { value.Item1, value.Item2 };
    public static implicit operator Arg((long, long, long) value) => new long[] { value.Item1, value.Item2, value.Item3 };
    public static implicit operator Arg(Size value) => value.Shape;
    public static implicit operator Arg(string? value) => new(Tag.String, value, 0);
    public static implicit operator Arg(ScalarType value) => (long)value;
    public static implicit operator Arg(ScalarType? value) => value is { } v ? v : None;
    public static implicit operator Arg(Device? value) => value is null ? None : new(Tag.Device, (long)value.type, null, value.index);
    public static implicit operator Arg(Generator? value) => value is null ? None : new(Tag.Generator, value.Handle, value);
    public static implicit operator Arg(Scalar? value) => value is null ? None : value.Kind switch
    {
        Tag.Complex => new(Tag.Complex, 0, value),
        var kind => new(kind, value.Bits),
    };

    /// <summary>How many bytes of scratch memory the value needs beside its NativeValue.</summary>
    internal nuint ScratchBytes => Tag switch
    {
        Tag.IntList or Tag.DoubleList or Tag.TensorList or Tag.OptionalTensorList => (nuint)Count * 8,
        Tag.Complex => 16,
        Tag.String => (nuint)System.Text.Encoding.UTF8.GetByteCount((string)Reference!) + 8 & ~(nuint)7,
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Write(NativeValue* to, ref byte* scratch)
    {
        to->Tag = Tag;
        to->Count = Count;
        if (Tag == Tag.Tensor) to->Int = Unsafe.As<Tensor>(Reference!).Handle;
        else if (Reference is null || Tag == Tag.Generator) to->Int = Bits;
        else WriteScratch(to, ref scratch);
    }

    private unsafe void WriteScratch(NativeValue* to, ref byte* scratch)
    {
        to->Pointer = scratch;
        switch (Reference)
        {
            case long[] ints:
                ints.AsSpan().CopyTo(new Span<long>(scratch, Count));
                break;
            case double[] doubles:
                doubles.AsSpan().CopyTo(new Span<double>(scratch, Count));
                break;
            case IList<Tensor?> tensors:
                for (var i = 0; i < Count; i++) ((nint*)scratch)[i] = HandleOf(tensors[i]);
                break;
            case string text:
                to->Count = System.Text.Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, (int)ScratchBytes));
                break;
            case Scalar scalar:
                *(Complex*)scratch = scalar.ComplexValue;
                break;
        }
        scratch += ScratchBytes;
    }

    private nint HandleOf(Tensor? tensor) =>
        tensor is not null ? tensor.Handle
        : Tag == Tag.OptionalTensorList ? 0
        : throw new ArgumentNullException(null, "A list of tensors has a null in it.");
}

using TorchSharp.Interop;

namespace TorchSharp;

// What all factories have in common: the type, the device, and whether gradients are wanted.
public static partial class torch
{
    /// <summary>An operator of sizes and nothing else.</summary>
    private static Tensor New(string op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call(op, size, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));
    }

    private static Tensor NewFull(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call("full", size, value, dtype ?? TypeOf(value), Arg.None, InitializeDevice(device)));
    }

    private static Tensor NewRandom(string op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call(op, size, generator, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));
    }

    private static Tensor NewIntegers(long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call("randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)));
    }

    private static Tensor Wanting(bool requires_grad, Tensor tensor) => requires_grad ? tensor.requires_grad_() : tensor;

    /// <summary>The type that full gives a number to which no type is named.</summary>
    private static ScalarType TypeOf(Scalar value) => value.Kind switch
    {
        Tag.Int or Tag.Bool => ScalarType.Int64,
        _ => defaultDtype,
    };
}

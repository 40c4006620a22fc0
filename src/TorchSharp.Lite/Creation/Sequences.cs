using TorchSharp.Interop;

namespace TorchSharp;

// Ranges, grids, the identity and permutations.
public static partial class torch
{
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integers = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        return Wanting(requires_grad, Op.Call("arange.start_step", start, stop, step, dtype ?? (integers ? ScalarType.Int64 : defaultDtype), Arg.None, InitializeDevice(device)));
    }

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Wanting(requires_grad, Op.Call("linspace", start, end, steps, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Wanting(requires_grad, Op.Call("logspace", start, end, steps, @base, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call("eye.m", rows, columns == -1 ? rows : columns, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));
    }

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Wanting(requires_grad, Op.Call("empty_strided", size, strides, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)));
    }

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Wanting(requires_grad, Op.Call("randperm.generator", n, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)));

    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Wanting(requires_grad, randn(size, dtype, device, false, generator, names).mul_(std).add_(mean));

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Op.Call("normal.Tensor_Tensor", mean, std, generator);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) => Op.Call("tril_indices", row, col, offset, dtype, Arg.None, InitializeDevice(device));

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) => Op.Call("triu_indices", row, col, offset, dtype, Arg.None, InitializeDevice(device));
}

using TorchSharp.Interop;

namespace TorchSharp;

// Tensors like another one: its shape, or only its type and device, where nothing else is said.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("empty_like", this, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("full_like", this, value, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("ones_like", this, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("rand_like", this, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("randint_like.low_dtype", this, low, high, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("randn_like", this, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(requires_grad, Op.Call("zeros_like", this, dtype ?? this.dtype, Arg.None, device ?? this.device));
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", [dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", [dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", [rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", [size], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("empty.memory_format", size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull([dim0, dim1, dim2, dim3], value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull([dim0, dim1, dim2], value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull([rows, columns], value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull([size], value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => NewFull(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad, null);
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("ones", [dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("ones", [dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("ones", [rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("ones", [size], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", [dim0, dim1, dim2, dim3], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", [dim0, dim1, dim2], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", [rows, columns], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", [size], dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => New("zeros", size, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => input.empty_like(dtype, device, requires_grad);
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => input.full_like(value, dtype, device, requires_grad);
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => input.ones_like(dtype, device, requires_grad);
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.rand_like(dtype, device, requires_grad);
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.randint_like(low, high, dtype, device, requires_grad);
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.randn_like(dtype, device, requires_grad);
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => input.zeros_like(dtype, device, requires_grad);
}

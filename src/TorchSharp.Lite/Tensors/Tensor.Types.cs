using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same elements, of another type or on another device. Where nothing changes, it is the same memory.</summary>
    public partial class Tensor
    {
        public Tensor @bool() => To(ScalarType.Bool);
        public Tensor @byte() => To(ScalarType.Byte);
        public Tensor @char() => To(ScalarType.Int8);
        public Tensor @int() => To(ScalarType.Int32);
        public Tensor @long() => To(ScalarType.Int64);
        public Tensor @float() => To(ScalarType.Float32);
        public Tensor @double() => To(ScalarType.Float64);
        public Tensor type(ScalarType dtype) => To(dtype);
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);
        public Tensor cpu() => To(null, CPU);

        public Tensor real => Op.Call("real", this);
        public Tensor imag => Op.Call("imag", this);

        internal Tensor To(ScalarType? dtype, Device? device = null) => Op.Call("to.dtype_layout", this, dtype, Arg.None, device);

        /// <summary>This tensor, or the one of another type that takes its place, in which case this one is released.</summary>
        internal Tensor As(ScalarType? type)
        {
            if (type is not { } wanted || wanted == dtype) return this;
            var converted = To(wanted);
            Dispose();
            return converted;
        }
    }

    public static Tensor BoolTensor(Tensor t) => t.@bool();
    public static Tensor ByteTensor(Tensor t) => t.@byte();
    public static Tensor ShortTensor(Tensor t) => t.To(ScalarType.Int16);
    public static Tensor IntTensor(Tensor t) => t.@int();
    public static Tensor LongTensor(Tensor t) => t.@long();
    public static Tensor FloatTensor(Tensor t) => t.@float();
    public static Tensor DoubleTensor(Tensor t) => t.@double();

    public static bool is_integral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;
    public static bool is_floating_point(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_integral(Tensor t) => t.is_integral();
    public static bool is_floating_point(Tensor input) => input.is_floating_point();
    public static bool is_complex(Tensor input) => input.is_complex();
    public static bool is_conj(Tensor input) => input.is_conj();
    public static bool is_nonzero(Tensor input) => input.is_nonzero();
    public static bool is_tensor(object obj) => obj is Tensor;
    public static long numel(Tensor input) => input.numel();
    public static Tensor real(Tensor input) => input.real;
    public static Tensor imag(Tensor input) => input.imag;
    public static Tensor complex(Tensor real, Tensor imag) => Op.Call("complex", real, imag);
    public static Tensor polar(Tensor abs, Tensor angle) => Op.Call("polar", abs, angle);

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Op.Value("promote_types", type1, type2).Int;
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Op.Value("result_type.Tensor", tensor1, tensor2).Int;
    public static bool can_cast(ScalarType from, ScalarType to) => Op.Bool("can_cast", from, to);
}

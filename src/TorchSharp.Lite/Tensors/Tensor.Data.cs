using System.Numerics;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor's elements in managed code.</summary>
    public unsafe partial class Tensor
    {
        /// <summary>The memory itself, not a copy: the caller sees to it that the tensor stays alive meanwhile.</summary>
        public Span<byte> bytes
        {
            get
            {
                var size = NumberOfElements * ElementSize;
                if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
                if (size > int.MaxValue) throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                ThrowIfNotOnCpu();
                return new Span<byte>(DataPointer, (int)size);
            }

            set
            {
                if (!is_contiguous()) throw new InvalidOperationException("SetBytes() called on non-contiguous tensor.");
                if (NumberOfElements * ElementSize != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                ThrowIfNotOnCpu();
                value.CopyTo(new Span<byte>(DataPointer, value.Length));
                GC.KeepAlive(this);
            }
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ThrowIfNot<T>();
            return new TensorAccessor<T>(is_cpu() ? this : cpu());
        }

        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            ThrowIfNot<T>();
            if (is_cpu()) return Alive(*(T*)DataPointer);
            using var copy = cpu();
            return *(T*)copy.DataPointer;
        }

        public Scalar ToScalar()
        {
            var result = Op.Value("item", this);
            switch (result.Tag)
            {
                case Tag.Int: return result.Int;
                case Tag.Bool: return result.Int != 0;
                case Tag.Double: return result.Double;
                default:
                    var value = *(Complex*)result.Pointer;
                    LibTorch.torchlite_free(result.Pointer);
                    return value;
            }
        }

        public object tolist()
        {
            if (Dimensions == 0) return ToScalar();
            var list = new System.Collections.ArrayList();
            for (long i = 0; i < size(0); i++) list.Add(this[i].tolist());
            return list;
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            ThrowIfNot<T>();
            return new TensorAccessor<T>(this)[i];
        }

        internal void* DataPointer
        {
            get
            {
                void* address;
                LibTorch.Check(Alive(LibTorch.torchlite_data(Handle, &address)));
                return address;
            }
        }

        internal void ThrowIfNotOnCpu()
        {
            if (!is_cpu()) throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }

        private void ThrowIfNot<T>() where T : unmanaged
        {
            if (ElementTypes.Of(typeof(T)) is not { } type || type != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}

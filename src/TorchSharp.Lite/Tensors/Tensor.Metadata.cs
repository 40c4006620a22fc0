using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a tensor is: its shape, strides, type and place. None of this runs an operator.</summary>
    public unsafe partial class Tensor
    {
        public long Dimensions => Alive(LibTorch.torchlite_dim(Handle));
        public long ndim => Dimensions;
        public long dim() => Dimensions;

        public long NumberOfElements => Alive(LibTorch.torchlite_numel(Handle));
        public long numel() => NumberOfElements;

        public long ElementSize => Alive(LibTorch.torchlite_element_size(Handle));
        public long element_size() => ElementSize;

        public long[] shape => size();
        public long[] size() => Alive(Sizes.ToArray());
        public long size(int dim) => Alive(Sizes[Wrap(dim)]);

        public long[] stride() => Alive(Strides.ToArray());
        public long stride(int dim) => Alive(Strides[Wrap(dim)]);
        public long storage_offset() => Alive(LibTorch.torchlite_storage_offset(Handle));

        public ScalarType dtype => (ScalarType)Alive(LibTorch.torchlite_dtype(Handle));

        public DeviceType device_type => (DeviceType)Alive(LibTorch.torchlite_device_type(Handle));
        public int device_index => Alive(LibTorch.torchlite_device_index(Handle));
        public Device device => device_type == DeviceType.CPU ? new Device(DeviceType.CPU) : new Device(device_type, device_index);

        public bool is_cpu() => device_type == DeviceType.CPU;
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_sparse => Alive(LibTorch.torchlite_is_sparse(Handle)) == 1;
        public bool is_pinned() => Op.Bool("is_pinned", this);

        public bool is_contiguous() => Alive(LibTorch.torchlite_is_contiguous(Handle)) == 1;
        public bool is_integral() => torch.is_integral(dtype);
        public bool is_floating_point() => torch.is_floating_point(dtype);
        public bool is_complex() => torch.is_complex(dtype);
        public bool is_conj() => Op.Bool("is_conj", this);
        public bool is_neg() => Op.Bool("is_neg", this);
        public bool is_nonzero() => NumberOfElements == 1 ? Op.Bool("is_nonzero", this) : throw new InvalidOperationException("is_nonzero() called on non-singleton tensor");

        // Memory of the tensor's own: whoever reads it keeps the tensor.
        private ReadOnlySpan<long> Sizes => new(LibTorch.torchlite_sizes(Handle), (int)Dimensions);

        private ReadOnlySpan<long> Strides => new(LibTorch.torchlite_strides(Handle), (int)Dimensions);

        private int Wrap(int dim)
        {
            var dims = (int)Dimensions;
            if (dim < -dims || dim >= dims) throw new System.Runtime.InteropServices.ExternalException($"Dimension out of range (expected to be in range of [{-dims}, {dims - 1}], but got {dim})");
            return dim < 0 ? dim + dims : dim;
        }
    }
}

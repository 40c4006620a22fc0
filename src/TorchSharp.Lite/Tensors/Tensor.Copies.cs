using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Copies, and other tensors on the same memory.</summary>
    public partial class Tensor
    {
        public Tensor clone() => Op.Call("clone", this);

        /// <summary>The same variable once more, to dispose by itself: as TorchSharp's, no view of it.</summary>
        public Tensor alias() => new(Alive(LibTorch.torchlite_tensor_share(Handle)));

        public Tensor detach() => Op.Call("detach", this);
        public Tensor detach_() => Op.InPlace("detach_", this);
        public Tensor contiguous() => Op.Call("contiguous", this);
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Op.InPlace("copy_", this, source, nonBlocking);
        public Tensor fill_(Scalar value) => Op.InPlace("fill_.Scalar", this, value);
        public Tensor zero_() => Op.InPlace("zero_", this);
        public Tensor set_(Tensor source) => Op.InPlace("set_.source_Tensor", this, source);
        public Tensor conj() => Op.Call("conj", this);
        public Tensor conj_physical() => Op.Call("conj_physical", this);
        public Tensor conj_physical_() => Op.InPlace("conj_physical_", this);
        public Tensor resolve_conj() => Op.Call("resolve_conj", this);
        public Tensor resolve_neg() => Op.Call("resolve_neg", this);
        public Tensor view_as_real() => Op.Call("view_as_real", this);
        public Tensor view_as_complex() => Op.Call("view_as_complex", this);
        public Tensor pin_memory() => Op.Call("pin_memory", this);
        public Tensor to_dense() => Op.Call("to_dense", this);
        public Tensor type_as(Tensor tensor) => Op.Call("type_as", this, tensor);
    }
}

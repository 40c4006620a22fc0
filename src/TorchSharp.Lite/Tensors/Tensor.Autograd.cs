using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensor as a node of autograd's graph.</summary>
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Alive(LibTorch.torchlite_requires_grad(Handle)) == 1;
            set => requires_grad_(value);
        }

        public bool is_leaf => Alive(LibTorch.torchlite_is_leaf(Handle)) == 1;

        public Tensor requires_grad_(bool requires_grad = true)
        {
            LibTorch.Check(Alive(LibTorch.torchlite_set_requires_grad(Handle, requires_grad ? 1 : 0)));
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => Op.InPlace("retain_grad", this);

        public void backward() => autograd.backward(this);
    }
}

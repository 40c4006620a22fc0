using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Other shapes of the same elements.</summary>
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Op.Call("reshape", this, shape);
        public Tensor view(params long[] shape) => Op.Call("view", this, shape);
        public Tensor view_as(Tensor other) => Op.Call("view_as", this, other);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Op.Call("flatten.using_ints", this, start_dim, end_dim);
        public Tensor ravel() => Op.Call("ravel", this);
        public Tensor unflatten(long dim, params long[] sizes) => Op.Call("unflatten.int", this, dim, sizes);
        public Tensor unsqueeze(long dim) => Op.Call("unsqueeze", this, dim);
        public Tensor unsqueeze_(long dim) => Op.InPlace("unsqueeze_", this, dim);
        public Tensor expand(params long[] sizes) => Op.Call("expand", this, sizes);
        public Tensor expand(long[] sizes, bool isImplicit = false) => Op.Call("expand", this, sizes, isImplicit);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Op.Call("expand", this, sizes, isImplicit);
        public Tensor expand_as(Tensor other) => Op.Call("expand_as", this, other);
        public Tensor broadcast_to(params long[] shape) => Op.Call("broadcast_to", this, shape);
        public Tensor permute(params long[] permutation) => Op.Call("permute", this, permutation);
        public Tensor transpose(long dim0, long dim1) => Op.Call("transpose.int", this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Op.InPlace("transpose_", this, dim0, dim1);
        public Tensor swapaxes(long dim0, long dim1) => Op.Call("swapaxes", this, dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => Op.Call("swapdims", this, dim0, dim1);
        public Tensor movedim(long[] source, long[] destination) => Op.Call("movedim.intlist", this, source, destination);
        public Tensor moveaxis(long[] source, long[] destination) => Op.Call("moveaxis.intlist", this, source, destination);
        public Tensor t() => Op.Call("t", this);
        public Tensor adjoint() => Op.Call("adjoint", this);
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Op.Call("as_strided", this, size, strides, storageOffset);
        public Tensor unfold(long dimension, long size, long step) => Op.Call("unfold", this, dimension, size, step);
        public Tensor atleast_1d() => Op.Call("atleast_1d", this);
        public Tensor atleast_2d() => Op.Call("atleast_2d", this);
        public Tensor atleast_3d() => Op.Call("atleast_3d", this);
        public Tensor align_as(Tensor other) => Op.Call("align_as", this, other);
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Parts of tensors.</summary>
    public partial class Tensor
    {
        public Tensor select(long dim, long index) => Op.Call("select.int", this, dim, index);
        public Tensor slice(long dim, long start, long finish, long step) => Op.Call("slice.Tensor", this, dim, start, finish, step);
        public Tensor narrow(long dim, long start, long length) => Op.Call("narrow", this, dim, start, length);
        public Tensor[] split(long size, int dim = 0) => Op.List("split.Tensor", this, size, dim);
        public Tensor[] split(params long[] sizes) => Op.List("split.sizes", this, sizes);
        public Tensor[] split(long[] sizes, long dim = 0) => Op.List("split.sizes", this, sizes, dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Op.List("split.sizes", this, sizes, dim);
        public Tensor[] chunk(long chunks, long dim = 0) => Op.List("chunk", this, chunks, dim);
        public Tensor[] tensor_split(long size, long dim = 0) => Op.List("tensor_split.sections", this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Op.List("tensor_split.indices", this, sizes, dim);
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => Op.List("tensor_split.tensor_indices_or_sections", this, indices, dim);
        public Tensor[] hsplit(long size) => Op.List("hsplit.int", this, size);
        public Tensor[] hsplit(params long[] sizes) => Op.List("hsplit.array", this, sizes);
        public Tensor[] vsplit(long size) => Op.List("vsplit.int", this, size);
        public Tensor[] vsplit(params long[] sizes) => Op.List("vsplit.array", this, sizes);
        public Tensor[] dsplit(long size) => Op.List("dsplit.int", this, size);
        public Tensor[] dsplit(params long[] sizes) => Op.List("dsplit.array", this, sizes);
        public Tensor[] unbind(long dimension = 0) => Op.List("unbind.int", this, dimension);
        public Tensor diag(long diagonal = 0) => Op.Call("diag", this, diagonal);
        public Tensor diagflat(long offset = 0) => Op.Call("diagflat", this, offset);
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Op.Call("diag_embed", this, offset, dim1, dim2);
        public Tensor tril(long diagonal = 0) => Op.Call("tril", this, diagonal);
        public Tensor triu(long diagonal = 0) => Op.Call("triu", this, diagonal);
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Order.</summary>
    public partial class Tensor
    {
        public Tensor argsort(long dim = -1, bool descending = false) => Op.Call("argsort", this, dim, descending);
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Op.Pair("topk", this, k, dim, largest, sorted);
        public Tensor msort() => Op.Call("msort", this);
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Op.Call("bucketize.Tensor", this, boundaries, outInt32, right);
        public Tensor bincount(Tensor? weights, long minlength = 0) => Op.Call("bincount", this, weights, minlength);
    }
}

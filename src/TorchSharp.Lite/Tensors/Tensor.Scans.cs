using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Running sums and products along a dimension.</summary>
    public partial class Tensor
    {
        public Tensor cumsum(long dim, ScalarType? type = null) => Op.Call("cumsum", this, dim, type);
        public Tensor cumprod(long dim, ScalarType? type = null) => Op.Call("cumprod", this, dim, type);
        public (Tensor values, Tensor indexes) cummax(long dim) => Op.Pair("cummax", this, dim);
        public (Tensor values, Tensor indexes) cummin(long dim) => Op.Pair("cummin", this, dim);
        public Tensor logcumsumexp(long dim) => Op.Call("logcumsumexp", this, dim);
        public Tensor trapezoid(double dx = 1, long dim = -1) => Op.Call("trapezoid.dx", this, dx, dim);
        public Tensor trapezoid(Tensor x, long dim = -1) => Op.Call("trapezoid.x", this, x, dim);
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Op.Call("cumulative_trapezoid.dx", this, dx, dim);
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Op.Call("cumulative_trapezoid.x", this, x, dim);
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Op.Call("diff", this, n, dim, prepend, append);
    }
}
